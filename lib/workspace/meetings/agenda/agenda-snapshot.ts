import { z } from "zod";

/** An attached document in the version that it had. Its name is the document's own to show. */
const pinned = z.object({ id: z.string(), documentId: z.string(), version: z.int(), addedByName: z.string() });

export type PinnedDocument = z.infer<typeof pinned>;

/** An agenda as it was published. Never shown without asking who may see each item. */
export const agendaSnapshot = z.object({
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  zone: z.string(),
  place: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      minutesLong: z.int().nullable(),
      presenterId: z.string().nullable(),
      presenterName: z.string().nullable(),
      numbered: z.boolean(),
      notes: z.string(),
      confidential: z.boolean(),
      neutralTitle: z.string(),
      readers: z.array(z.object({ contactId: z.string() })),
      /** Absent from agendas that were published before documents could be attached. */
      documents: z.array(pinned).optional(),
    }),
  ),
  documents: z.array(pinned).optional(),
});

export type AgendaSnapshot = z.infer<typeof agendaSnapshot>;
