import { z } from "zod";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { chairIsVacant } from "./chair-is-vacant";
import { lockedDecision } from "./locked-decision";
import { decisionId, decisionRef } from "./schema";

/**
 * Takes over a decision whose chair is recused or has left. For those who are invited and may create proposals, so that a
 * decision is never without somebody who can lead it.
 */
export const takeChair = defineCommand({
  name: "decisions.take-chair",
  permission: "decisions.proposals.create",
  alsoNeeds: ["decisions.proposals.view"],
  scope: "account",
  summary: "Chair a decision whose chair is recused or has left",
  activity: "take the chair of a decision",
  input: z.object({ decisionId }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/chair" },
  run: async (context, { decisionId: id }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.view");
    if (!(await chairIsVacant(context, decision)))
      throw new Problem("conflict", t("This decision has a chair, who is neither recused nor away."));
    await db.decision.updateMany({
      where: accessibleWhere(context, "decisions.proposals.view", { id }),
      data: { chairContactId: actor.contactId, version: { increment: 1 } },
    });
    const key = { accountId: account.id, decisionId: id };
    await addEvent(db, { ...key, at: now, actorName: actor.name, said: say("Took the chair") });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Took the chair of decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
