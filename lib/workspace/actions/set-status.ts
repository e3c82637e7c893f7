import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { type ActionRow, lockedAction } from "./action-record";
import { noteOfChanges } from "./note-of-changes";
import { recordChanges } from "./record-changes";
import { lookAt } from "./reminder-stage";
import { type ActionStatus, actionState, actionStatus, statusNames } from "./schema";

/** Sets the status of an action as a whole. Of two people who change it at once one gets a conflict. */
export const setActionStatus = defineCommand({
  name: "actions.set-status",
  permission: "actions.update",
  alsoChecks: ["actions.view"],
  scope: "account",
  summary: "Set the status of an action",
  activity: "update an action",
  input: z.object({ actionId: id, version, status: actionStatus }),
  output: actionState,
  http: { method: "POST", path: "/accounts/{accountId}/actions/{actionId}/status" },
  run: async (context, { actionId, version: seen, status }) => {
    const action = await lockedAction(context, actionId);
    await authorize(context, "actions.update", action);
    if (action.version !== seen) throw staleVersion();
    const { number, status: before } = action;
    if (before === status)
      throw new Problem(
        "conflict",
        t("Action #{number} already has this status: {status}.", {
          number,
          status: t(statusNames[status]),
        }),
      );
    const { count } = await context.db.action.updateMany({
      where: accessibleWhere(context, "actions.update", { id: actionId, version: seen }),
      data: {
        status,
        version: { increment: 1 },
        changedAt: context.realNow,
        remindAt: lookAt({ dueOn: action.dueOn, status }, context.now),
      },
    });
    if (count === 0) throw staleVersion();
    await carryOver(context, action, status);
    const changes = [{ what: "status" as const, before, after: status }];
    await recordChanges(context, actionId, changes);
    return {
      output: { id: actionId, number, status, version: seen + 1 },
      audit: {
        summary: say("Updated action #{number}", { number }),
        target: { type: "action", id: actionId },
        ...noteOfChanges(changes),
      },
    };
  },
});

/** The part of a single assignee is the action: both have one status. */
async function carryOver({ db, account }: Context<"account">, action: ActionRow, status: ActionStatus): Promise<void> {
  const [only, ...others] = action.assignments;
  if (only === undefined || others.length > 0) return;
  await db.actionAssignment.updateMany({
    where: { accountId: account.id, actionId: action.id, contactId: only.contactId },
    data: { status: status === "closed" ? "complete" : status },
  });
}
