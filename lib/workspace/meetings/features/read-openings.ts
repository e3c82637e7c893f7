import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "../meeting-record";
import { MOST_ATTENDEES } from "../schema";
import { offeredFeatures } from "./meeting-features";

export const shownFeature = z.object({
  name: z.enum(offeredFeatures),
  /** Who opened it to everybody invited; null if it is not. */
  openedByName: z.string().nullable(),
  people: z.array(z.object({ id, name: z.string(), openedByName: z.string() })).max(MOST_ATTENDEES),
});

export type ShownFeature = z.infer<typeof shownFeature>;

/** What a meeting opens to its attendees beyond their roles. */
export async function readOpenings(
  { db, account }: Context<"account">,
  { id: meetingId }: MeetingRow,
): Promise<z.input<typeof shownFeature>[]> {
  const rows = await db.meetingFeature.findMany({
    where: { accountId: account.id, meetingId, name: { in: [...offeredFeatures] } },
    select: {
      name: true,
      openedByName: true,
      openings: {
        select: {
          contactId: true,
          openedByName: true,
          invitation: { select: { contact: { select: { name: true } } } },
        },
        orderBy: { contactId: "asc" },
        take: MOST_ATTENDEES,
      },
    },
  });
  return offeredFeatures.map((name) => {
    const row = rows.find((one) => one.name === name);
    return {
      name,
      openedByName: row?.openedByName ?? null,
      people: (row?.openings ?? []).map(({ contactId, openedByName, invitation }) => ({
        ...{ id: contactId, name: invitation.contact.name, openedByName },
      })),
    };
  });
}
