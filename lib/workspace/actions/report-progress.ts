import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { type ActionRow, lockedAction } from "./action-record";
import { noteOfChanges } from "./note-of-changes";
import { type Change, recordChanges } from "./record-changes";
import { lookAt } from "./reminder-stage";
import { type ActionStatus, actionState, progressNote, progressStatus } from "./schema";

/**
 * An assignee says how far their own part is. Once all parts are complete the action is; it is in progress once one of them has
 * begun. Throws `conflict` for whoever is not assigned.
 */
export const reportProgress = defineCommand({
  name: "actions.report-progress",
  permission: "actions.update",
  alsoChecks: ["actions.view"],
  scope: "account",
  summary: "Report the progress of one's own part of an action",
  activity: "report progress on an action",
  input: z.object({ actionId: id, status: progressStatus, note: progressNote }),
  output: actionState,
  http: { method: "POST", path: "/accounts/{accountId}/actions/{actionId}/progress" },
  run: async (context, { actionId, status, note }) => {
    const { db, actor, account, realNow } = context;
    const action = await lockedAction(context, actionId);
    await authorize(context, "actions.update", action);
    const mine = action.assignments.find(({ contactId }) => contactId === actor.contactId);
    if (mine === undefined)
      throw new Problem("conflict", t("This action isn't assigned to you. Set the status of the action instead."));
    await db.actionAssignment.updateMany({
      where: { accountId: account.id, actionId, contactId: mine.contactId },
      data: { status, note, reportedAt: realNow },
    });
    const whole = statusOfAll(action, mine.contactId, status);
    const changes: Change[] = [
      ...(mine.status === status
        ? []
        : [{ what: "progress" as const, personName: actor.name, before: mine.status, after: status }]),
      ...(whole === action.status ? [] : [{ what: "status" as const, before: action.status, after: whole }]),
    ];
    await db.action.updateMany({
      where: accessibleWhere(context, "actions.update", { id: actionId }),
      data: {
        status: whole,
        version: { increment: 1 },
        changedAt: realNow,
        remindAt: lookAt({ dueOn: action.dueOn, status: whole }, context.now),
      },
    });
    await recordChanges(context, actionId, changes);
    const { number } = action;
    return {
      output: { id: actionId, number, status: whole, version: action.version + 1 },
      audit: {
        summary: say("Reported progress on action #{number}", { number }),
        target: { type: "action", id: actionId },
        ...noteOfChanges(changes),
      },
    };
  },
});

function statusOfAll(action: ActionRow, contactId: string, mine: string): ActionStatus {
  const before = action.status as ActionStatus;
  const parts = action.assignments.map((one) => (one.contactId === contactId ? mine : one.status));
  if (before === "closed") return before;
  if (parts.length === 1) return mine as ActionStatus;
  if (parts.every((part) => part === "complete")) return "complete";
  const begun = mine === "inProgress" || mine === "complete";
  return before === "complete" || (before === "notStarted" && begun) ? "inProgress" : before;
}
