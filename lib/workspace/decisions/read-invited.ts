import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { DecisionRow } from "./decision-record";
import { MOST_INVITED } from "./schema";

/** Who is invited, by name, who of them has voted, and who was reminded when. */
export async function readInvited(
  { db, account }: Context<"account">,
  { id: decisionId, recusals }: DecisionRow,
  voted: ReadonlySet<string>,
) {
  const where = { accountId: account.id, decisionId };
  const [invitations, reminders] = await Promise.all([
    db.decisionInvitation.findMany({
      where,
      select: { contactId: true, mayVote: true, contact: { select: { name: true, status: true } } },
      orderBy: [{ contact: { nameSearch: "asc" } }, { contactId: "asc" }],
      take: MOST_INVITED,
    }),
    db.decisionReminder.findMany({
      where,
      select: { contactId: true, at: true, byName: true },
      orderBy: [{ at: "desc" }],
      distinct: ["contactId"],
    }),
  ]);
  const recused = new Set(recusals.map(({ contactId }) => contactId));
  const last = new Map(reminders.map(({ contactId, at, byName }) => [contactId, { at: iso(at), byName }]));
  const invited = invitations.map(({ contactId, mayVote, contact }) => ({
    ...{ contactId, mayVote, name: contact.name },
    recused: recused.has(contactId),
    voted: voted.has(contactId),
    reminded: last.get(contactId) ?? null,
  }));
  const eligible = invitations.filter(
    ({ contactId, mayVote, contact }) =>
      mayVote && !recused.has(contactId) && (contact.status !== "removed" || voted.has(contactId)),
  );
  const progress = {
    voted: eligible.filter(({ contactId }) => voted.has(contactId)).length,
    eligible: eligible.length,
  };
  return { invited, progress };
}
