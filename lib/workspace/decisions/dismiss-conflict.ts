import { z } from "zod";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { dismissedInterest } from "@/lib/workspace/core/schema";
import { addEvent } from "./add-event";
import { lockedDecision } from "./locked-decision";
import { decisionId, decisionRef } from "./schema";
import { requireState } from "./state-of";

/** Decides that a declared interest is no reason for a recusal from a decision. The portal proposes it no longer. */
export const dismissConflict = defineCommand({
  name: "decisions.dismiss-conflict",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Decide that an interest is no reason to recuse somebody from a decision",
  activity: "dismiss a declared interest",
  input: z.object({ decisionId, ...dismissedInterest }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/dismissals", status: 201 },
  run: async (context, { decisionId: id, contactId, key }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    const of = { accountId: account.id, decisionId: id };
    const about = await db.decisionOrganisation.findFirst({ where: { ...of, key }, select: { name: true } });
    const declared = await db.interest.findFirst({
      where: { accountId: account.id, contactId, key },
      select: { contact: { select: { name: true } } },
    });
    if (about === null || declared === null) throw notFound(t("Interest not found."));
    const data = { ...of, contactId, key, dismissedByName: actor.name };
    const { count } = await db.decisionDismissal.createMany({ data: [data], skipDuplicates: true });
    const said = say("Decided that the interest of {name} in {organisation} is no reason for a recusal", {
      name: declared.contact.name,
      organisation: about.name,
    });
    if (count > 0) await addEvent(db, { ...of, at: now, actorName: actor.name, said });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Dismissed a declared interest for decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
