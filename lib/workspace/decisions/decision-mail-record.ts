import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { MailRecord } from "@/lib/platform/operations/mail-record";

/** Mails of decisions are for those who see the proposal: invited, and not recused since. */
export const decisionMailRecord: MailRecord = {
  kind: "decision",
  reads: async (reader, [id = ""]) =>
    (await reader.db.decision.count({ where: accessibleWhere(reader, "decisions.proposals.view", { id }) })) > 0,
};
