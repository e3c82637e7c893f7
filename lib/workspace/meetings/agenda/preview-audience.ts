import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { viewerOf } from "@/lib/policy/viewer";
import { audienceOf } from "@/lib/workspace/core/audience";
import { type MeetingRow, visibleMeeting } from "@/lib/workspace/core/meeting-record";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/participants";
import { type ItemRow, readItems } from "@/lib/workspace/core/read-items";
import { itemReaderOf, numbersOf, recusalsOf } from "@/lib/workspace/core/readable-items";
import { audienceOutput, MOST_ITEMS } from "@/lib/workspace/core/schema";

const someone = z.object({ id, name: z.string(), why: z.string() });

/** Before an agenda goes out: who will see the meeting and why, and for each item that not everybody sees, who does not. */
export const previewAgendaAudience = defineQuery({
  name: "meetings.preview-audience",
  permission: "meetings.control",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Preview who will see which part of an agenda",
  activity: "preview who sees an agenda",
  input: z.object({ meetingId: id }),
  output: audienceOutput.extend({
    items: z
      .array(
        z.object({
          id,
          number: z.int().nullable(),
          title: z.string(),
          confidential: z.boolean(),
          shutOut: z.array(someone).max(MOST_PARTICIPANTS).describe("Who sees the meeting, but not this item"),
          unexpected: z
            .array(someone)
            .max(MOST_PARTICIPANTS)
            .describe("Who isn't invited, and sees a confidential item"),
        }),
      )
      .max(MOST_ITEMS)
      .describe("Items that are confidential, or that somebody is recused from"),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/audience" },
  run: async (context, { meetingId }) => {
    const meeting = await visibleMeeting(context, meetingId);
    await authorize(context, "meetings.control", meeting);
    const invited = meeting.invitations.map(({ contactId }) => contactId);
    const audience = await audienceOf(context, { permission: "meetings.view", record: meeting, invited });
    const seeing = new Set(audience.readers.map((one) => one.id));
    const able = await context.members({ given: ["meetings.view"], first: MOST_PARTICIPANTS, signIn: true });
    const readers = able
      .filter(({ contactId }) => seeing.has(contactId))
      .map(({ contactId, name, subject }) => ({
        ...{ id: contactId, name, invited: invited.includes(contactId) },
        sees: itemReaderOf(viewerOf(subject), meeting),
      }));
    return { ...audience, items: partsOf(context, meeting, await readItems(context, meeting), readers) };
  },
});

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly invited: boolean;
  readonly sees: (item: ItemRow) => boolean;
}

function partsOf(context: Context<"account">, meeting: MeetingRow, items: readonly ItemRow[], readers: Reader[]) {
  const numbers = numbersOf(items);
  const own = itemReaderOf(context.viewer, meeting);
  return items.flatMap((item, index) => {
    const recused = new Set(recusalsOf(meeting, item.id).recusals.map(({ contactId }) => contactId));
    // Whoever is recused from an item doesn't learn who else is.
    if ((!item.confidential && recused.size === 0) || !own(item)) return [];
    const { id: itemId, title, confidential } = item;
    const shutOut = readers
      .filter(({ sees }) => !sees(item))
      .map(({ id: contact, name }) => ({
        ...{ id: contact, name },
        why: recused.has(contact) ? t("Recused from it") : t("Not among its readers"),
      }));
    const unexpected = readers
      .filter(({ invited, sees }) => confidential && !invited && sees(item))
      .map(({ id: contact, name }) => ({ id: contact, name, why: t("Not invited, but runs the meeting by role") }));
    return [{ id: itemId, number: numbers[index] ?? null, title, confidential, shutOut, unexpected }];
  });
}
