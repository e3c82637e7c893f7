import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id as contactIdSchema } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { reason as reasonText } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenMember } from "@/lib/workspace/core/chosen-member";
import { refuseMoreRecusals } from "@/lib/workspace/core/refuse-more-recusals";
import { addEvent } from "./add-event";
import { lockedDecision } from "./locked-decision";
import { decisionId, decisionRef } from "./schema";
import { requireState } from "./state-of";

/**
 * Recuses somebody from a decision: they no longer see its content or vote, whatever their role. The chair decides, also about
 * themselves; a vote that was cast is set aside.
 */
export const recuse = defineCommand({
  name: "decisions.recuse",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Recuse somebody from a decision, with a reason",
  activity: "recuse somebody from a decision",
  input: z.object({ decisionId, contactId: contactIdSchema, reason: reasonText }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/recusals", status: 201 },
  run: async (context, { decisionId: id, contactId, reason }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    const contact = await chosenMember(context, contactId);
    const key = { accountId: account.id, decisionId: id };
    refuseMoreRecusals(await db.decisionRecusal.count({ where: key }));
    const data = { ...key, contactId, reason, decidedByName: actor.name, decidedAt: now };
    await db.decisionRecusal.create({ data, select: { contactId: true } }).catch((error) => {
      throw isUniqueViolation(error) ? new Problem("conflict", t("This person is already recused.")) : error;
    });
    const said = say("Recused {name}", { name: contact.name });
    await addEvent(db, { ...key, at: now, actorName: actor.name, said, reason });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Changed who is recused from decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
