import type { Context } from "@/lib/platform/operations/operation";
import { declaredInterests } from "@/lib/workspace/core/declared-interests";
import { presentDismissals } from "@/lib/workspace/core/present-dismissals";
import type { DecisionRow } from "./decision-record";

/**
 * People invited to a decision who have declared a current interest in an organisation that it is about, and aren't recused, and
 * the interests that its chair has dismissed.
 */
export async function conflictsOf(context: Context<"account">, { id, invitations, recusals }: DecisionRow) {
  const { db, account } = context;
  const of = { accountId: account.id, decisionId: id };
  const about = await db.decisionOrganisation.findMany({ where: of, select: { key: true, name: true } });
  if (about.length === 0) return { conflicts: [], dismissals: [] };
  const dismissed = await db.decisionDismissal.findMany({
    where: of,
    select: { contactId: true, key: true, dismissedByName: true, contact: { select: { name: true } } },
    orderBy: { dismissedAt: "asc" },
    take: 200,
  });
  const recused = new Set(recusals.map(({ contactId }) => contactId));
  const people = invitations.map(({ contactId }) => contactId).filter((one) => !recused.has(one));
  const keys = about.map(({ key }) => key);
  return {
    conflicts: await declaredInterests(context, { keys, people, dismissed }),
    dismissals: presentDismissals(dismissed, about),
  };
}
