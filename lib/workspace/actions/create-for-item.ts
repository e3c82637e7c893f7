import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { minutedItem } from "@/lib/workspace/core/minuted-item";
import { recusalsOf } from "@/lib/workspace/core/readable-items";
import { MOST_ITEM_ACTIONS } from "@/lib/workspace/core/schema";
import { addAction } from "./add-action";
import { refuseRecused } from "./refuse-recused";
import { actionDetails, actionState, actionTitle, assigneeIds, dueOn } from "./schema";

/**
 * Creates an action that was agreed under an agenda item, and assigns it to attendees. Whoever takes the minutes may, also if
 * they may not assign actions elsewhere: it is part of the minutes. Throws `conflict` once these are signed.
 */
export const createForItem = defineCommand({
  name: "actions.create-for-item",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  alsoNeeds: ["actions.view"],
  scope: "account",
  summary: "Create an action that was agreed under an agenda item",
  activity: "create an action in a meeting",
  input: z.object({
    meetingId: id,
    itemId: id,
    title: actionTitle,
    details: actionDetails,
    dueOn,
    assigneeIds: assigneeIds.describe("Attendees of the meeting"),
  }),
  output: actionState.extend({ meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/actions", status: 201 },
  once: true,
  run: async (context, { meetingId, itemId, assigneeIds: chosen, ...input }) => {
    const { meeting } = await minutedItem(context, meetingId, itemId);
    const before = await context.db.action.count({ where: { accountId: context.account.id, meetingId, itemId } });
    if (before >= MOST_ITEM_ACTIONS)
      throw new Problem("conflict", t("This agenda item has as many actions as it can."));
    refuseRecused(recusalsOf(meeting, itemId), chosen);
    const assignees = await chosenAttendees(context, meetingId, chosen);
    const state = await addAction(context, { ...input, assignees, agreed: { meetingId, itemId } });
    const { id: actionId, number } = state;
    return {
      output: { ...state, meetingId },
      audit: { summary: say("Created action #{number}", { number }), target: { type: "action", id: actionId } },
    };
  },
});

async function chosenAttendees({ db, account }: Context<"account">, meetingId: string, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const found = await db.meetingInvitation.findMany({
    where: {
      ...{ accountId: account.id, meetingId, contactId: { in: wanted } },
      contact: { is: { kind: "member", status: { in: ["active", "invited"] } } },
    },
    select: { contact: { select: { id: true, name: true } } },
    orderBy: [{ contact: { nameSearch: "asc" } }, { contactId: "asc" }],
  });
  if (found.length < wanted.length) throw invalidField("assigneeIds", t("Choose people from the attendees."));
  return found.map(({ contact }) => contact);
}
