import { z } from "zod";
import { id as contactIdSchema } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { reason as reasonText } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { lockedDecision } from "./locked-decision";
import { decisionId, decisionRef } from "./schema";
import { requireState } from "./state-of";

/** Ends a recusal. Nobody ends their own: whoever is recused leads the decision no longer. */
export const liftRecusal = defineCommand({
  name: "decisions.lift-recusal",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "End a recusal, with a reason",
  activity: "end a recusal",
  input: z.object({ decisionId, contactId: contactIdSchema, reason: reasonText }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/recusals/{contactId}/lift" },
  run: async (context, { decisionId: id, contactId, reason }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    const key = { accountId: account.id, decisionId: id };
    const recused = await db.decisionRecusal.findFirst({
      where: { ...key, contactId },
      select: { contact: { select: { name: true } } },
    });
    if (recused === null) throw notFound(t("This person isn't recused."));
    await db.decisionRecusal.deleteMany({ where: { ...key, contactId } });
    const said = say("Ended the recusal of {name}", { name: recused.contact.name });
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
