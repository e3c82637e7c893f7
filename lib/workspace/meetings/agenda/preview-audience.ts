import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { partedBy, presentAudience } from "@/lib/workspace/core/audience";
import { type MeetingRow, visibleMeeting } from "@/lib/workspace/core/meeting-record";
import { type ItemRow, readItems } from "@/lib/workspace/core/read-items";
import { itemReaderOf, numbersOf, recusalsOf } from "@/lib/workspace/core/readable-items";
import { audienceOutput, MOST_ITEMS } from "@/lib/workspace/core/schema";

/** Of an item, as many are named; all of them are counted. */
const MOST_NAMED = 25;

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
          shutOut: z.array(someone).max(MOST_NAMED).describe("Who sees the meeting, but not this item"),
          shutOutCount: z.int().describe("How many these are, named or not"),
          unexpected: z.array(someone).max(MOST_NAMED).describe("Who isn't invited, and sees a confidential item"),
          unexpectedCount: z.int(),
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
    const published = { permission: "meetings.view", record: meeting, invited } as const;
    const parted = await partedBy(context, published);
    const known = new Set(invited);
    const readers = parted.readers.map(({ contactId, name, viewer }) => ({
      ...{ id: contactId, name, invited: known.has(contactId) },
      sees: itemReaderOf(viewer, meeting),
    }));
    const items = partsOf(context, meeting, await readItems(context, meeting), readers);
    return { ...presentAudience(parted, published), items };
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
    const shutOut = readers.filter(({ sees }) => !sees(item));
    const unexpected = confidential ? readers.filter(({ invited, sees }) => !invited && sees(item)) : [];
    const notSeen = ({ id: contact }: Reader) =>
      recused.has(contact) ? t("Recused from it") : t("Not among its readers");
    return [
      {
        ...{ id: itemId, number: numbers[index] ?? null, title, confidential },
        shutOut: named(shutOut, notSeen),
        shutOutCount: shutOut.length,
        unexpected: named(unexpected, () => t("Not invited, but runs the meeting by role")),
        unexpectedCount: unexpected.length,
      },
    ];
  });
}

const named = (people: readonly Reader[], why: (one: Reader) => string) =>
  people.slice(0, MOST_NAMED).map((one) => ({ id: one.id, name: one.name, why: why(one) }));
