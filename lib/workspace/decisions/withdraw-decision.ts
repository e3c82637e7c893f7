import { z } from "zod";
import { reason } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { lockedDecision } from "./locked-decision";
import { notifyInvited } from "./notify-invited";
import { decisionId, decisionRef } from "./schema";
import { requireState } from "./state-of";

/** Ends a draft or an open vote without a result. What was written and voted stays. */
export const withdrawDecision = defineCommand({
  name: "decisions.withdraw",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Withdraw a proposal, with a reason",
  activity: "withdraw a proposal",
  input: z.object({ decisionId, reason }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/withdraw" },
  run: async (context, { decisionId: id, reason }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    await db.decision.updateMany({
      where: accessibleWhere(context, "decisions.proposals.lead", { id }),
      data: { status: "withdrawn", remindAt: null, version: { increment: 1 } },
    });
    const key = { accountId: account.id, decisionId: id };
    await addEvent(db, { ...key, at: now, actorName: actor.name, said: say("Withdrew the proposal"), reason });
    if (decision.status === "open") await notifyInvited(context, id, { what: "withdrawn", except: actor.contactId });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Withdrew decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
