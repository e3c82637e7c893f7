import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { DecisionRow } from "./decision-record";

/** The contacts who can vote and haven't, in the current round. */
export async function votersMissing(
  db: ScopedDb,
  accountId: string,
  { id: decisionId, round, invitations, recusals }: DecisionRow,
): Promise<string[]> {
  const votes = await db.decisionVote.findMany({
    where: { accountId, decisionId, round },
    select: { contactId: true },
  });
  const out = new Set([...votes, ...recusals].map(({ contactId }) => contactId));
  return invitations.flatMap(({ contactId, mayVote }) => (mayVote && !out.has(contactId) ? [contactId] : []));
}
