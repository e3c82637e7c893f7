import { z } from "zod";
import { reason } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { lockedDecision } from "./locked-decision";
import { notifyInvited } from "./notify-invited";
import { publishResult } from "./publish-result";
import { decisionId, decisionRef } from "./schema";
import { requireState } from "./state-of";

/** Closes an open vote before its deadline. Whoever isn't invited may do that too, and learns nothing of the result. */
export const closeDecision = defineCommand({
  name: "decisions.close",
  permission: "decisions.proposals.close",
  scope: "account",
  summary: "Close a vote before its deadline, with a reason",
  activity: "close a vote",
  input: z.object({ decisionId, reason }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/close" },
  run: async (context, { decisionId: id, reason }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.close");
    requireState(decision, now, "open");
    const key = { accountId: account.id, decisionId: id };
    const said = say("Closed the vote before its deadline");
    await addEvent(db, { ...key, at: now, actorName: actor.name, said, reason });
    await publishResult(db, account, { id, closedAt: now, closedByName: actor.name });
    await notifyInvited(context, id, { what: "result", except: actor.contactId });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Closed the vote on decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
