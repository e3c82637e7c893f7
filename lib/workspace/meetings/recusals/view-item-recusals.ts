import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { idsIn } from "@/lib/policy/rows-naming";
import { declaredInterests } from "@/lib/workspace/core/declared-interests";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { type MeetingRow, visibleMeeting } from "@/lib/workspace/core/meeting-record";
import { presentDismissals } from "@/lib/workspace/core/present-dismissals";
import { recusalsOf } from "@/lib/workspace/core/readable-items";
import { MOST_PARTICIPANTS, recusalsView } from "@/lib/workspace/core/schema";

/** Who is recused from an agenda item and why, who has declared an interest in what it is about, and who could be recused. */
export const viewItemRecusals = defineQuery({
  name: "meetings.view-recusals",
  permission: "meetings.control",
  alsoChecks: ["decisions.interests.view"],
  scope: "account",
  summary: "View the recusals from an agenda item, and the interests that could be a reason for one",
  activity: "view the recusals from an agenda item",
  input: z.object({ meetingId: id, itemId: id }),
  output: recusalsView,
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/recusals" },
  run: async (context, { meetingId, itemId }) => {
    const { db, account } = context;
    const meeting = await visibleMeeting(context, meetingId);
    await authorize(context, "meetings.control", meeting);
    await itemOfMeeting(context, meeting, itemId);
    const of = { accountId: account.id, itemId };
    const [organisations, dismissals, people] = await Promise.all([
      db.meetingItemOrganisation.findMany({ where: of, select: { key: true, name: true }, orderBy: { key: "asc" } }),
      db.meetingItemDismissal.findMany({
        where: of,
        select: { contactId: true, key: true, dismissedByName: true, contact: { select: { name: true } } },
        orderBy: { dismissedAt: "asc" },
        take: 500,
      }),
      peopleOf(context, meeting),
    ]);
    const { recusals } = recusalsOf(meeting, itemId);
    const recused = new Set(recusals.map(({ contactId }) => contactId));
    const free = people.filter((one) => !recused.has(one.id));
    return {
      organisations: organisations.map(({ name }) => name),
      recusals: recusals.map(({ itemId: _, ...recusal }) => recusal),
      conflicts: await declaredInterests(context, {
        keys: organisations.map(({ key }) => key),
        people: free.map((one) => one.id),
        dismissed: dismissals,
      }),
      dismissals: presentDismissals(dismissals, organisations),
      people: free.slice(0, MOST_PARTICIPANTS),
    };
  },
});

/** Everybody who sees the meeting, by the check that decides it. */
async function peopleOf(context: Context<"account">, meeting: MeetingRow) {
  const able = await context.roster({ given: ["meetings.view"], named: idsIn(meeting) });
  return able
    .filter(({ viewer }) => can(viewer, "meetings.view", meeting))
    .map(({ contactId, name }) => ({ id: contactId, name }));
}
