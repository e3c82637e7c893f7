import { z } from "zod";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedAction } from "./action-record";
import { notifyAssignees } from "./notify-assignees";
import { recordChanges } from "./record-changes";
import { MOST_ASSIGNEES } from "./schema";

/** Two people who press the button one after the other send one mail. */
const PAUSE_MINUTES = 10;

/** Reminds those assigned to an action whose part isn't complete, and says who was reminded. */
export const resendActionNotice = defineCommand({
  name: "actions.resend",
  permission: "actions.resend",
  alsoChecks: ["actions.view"],
  scope: "account",
  summary: "Remind the assignees of an action",
  activity: "remind the assignees of an action",
  input: z.object({ actionId: id }),
  output: z.object({ id, reminded: z.array(z.string()).max(MOST_ASSIGNEES).describe("Names of those reminded") }),
  http: { method: "POST", path: "/accounts/{accountId}/actions/{actionId}/resend" },
  run: async (context, { actionId }) => {
    const action = await lockedAction(context, actionId);
    await authorize(context, "actions.resend", action);
    const { number } = action;
    if (action.doneOrder > 0)
      throw new Problem("conflict", t("Action #{number} is already complete or closed.", { number }));
    const lately = await context.db.actionChange.findFirst({
      where: {
        accountId: context.account.id,
        actionId,
        what: "resent",
        at: { gt: addMinutes(context.realNow, -PAUSE_MINUTES) },
      },
      select: { id: true },
    });
    if (lately !== null) throw new Problem("conflict", t("The assignees were reminded less than ten minutes ago."));
    const waiting = action.assignments.filter(({ status }) => status !== "complete");
    const to = waiting.map(({ contactId }) => contactId);
    const reminded = await notifyAssignees(context, actionId, { to, because: "resent" });
    await recordChanges(
      context,
      actionId,
      reminded.map((personName) => ({ what: "resent", personName })),
    );
    return {
      output: { id: actionId, reminded },
      audit: {
        summary: say("Reminded {count, plural, one {# person} other {# people}} of action #{number}", {
          number,
          count: reminded.length,
        }),
        target: { type: "action", id: actionId },
      },
    };
  },
});
