import type { AccountFacts } from "@/lib/platform/db/credential";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { iso } from "@/lib/platform/kernel/dates";
import type { ResultSheet } from "./result-schema";
import { type Outcome, tally } from "./tally";

const columns = {
  ...{ id: true, number: true, title: true, purpose: true, background: true, recommendation: true, round: true },
  ...{ voteBy: true, timeZone: true, quorum: true, quorumValue: true, base: true, threshold: true, tie: true },
  ...{ hideNames: true, chairContactId: true },
  options: { select: { position: true, text: true, abstains: true }, orderBy: { position: "asc" } },
  invitations: { where: { mayVote: true }, select: { contactId: true, contact: { select: { status: true } } } },
  recusals: {
    select: { contactId: true, reason: true, contact: { select: { name: true } } },
    orderBy: [{ decidedAt: "asc" }, { contactId: "asc" }],
  },
  rounds: { select: { number: true, openedAt: true, reason: true }, orderBy: { number: "desc" }, take: 1 },
  events: {
    select: { at: true, summary: true, actorName: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  },
} as const satisfies Prisma.DecisionSelect;

type Counted = Prisma.DecisionGetPayload<{ select: typeof columns }>;

interface Closing {
  readonly id: string;
  readonly closedAt: Date;
  /** Who closed it before the deadline. */
  readonly closedByName: string | null;
}

/**
 * The result of the current round with everything it follows from. Reads whatever counts, whoever asks: what of it somebody sees
 * is decided by those who show it.
 */
export async function buildSheet(
  db: ScopedDb,
  account: Pick<AccountFacts, "id" | "name">,
  { id, closedAt, closedByName }: Closing,
): Promise<ResultSheet> {
  const decision = await db.decision.findFirstOrThrow({ where: { accountId: account.id, id }, select: columns });
  const cast = await db.decisionVote.findMany({
    where: { accountId: account.id, decisionId: id, round: decision.round },
    select: { contactId: true, position: true, receipt: true, contact: { select: { name: true } } },
    orderBy: { receipt: "asc" },
  });
  const recused = new Set(decision.recusals.map(({ contactId }) => contactId));
  const votes = cast.filter(({ contactId }) => !recused.has(contactId));
  const chair = votes.find(({ contactId }) => contactId === decision.chairContactId)?.position ?? null;
  const people = peopleOf(decision, new Set(cast.map(({ contactId }) => contactId)));
  const outcome = tally(decision, {
    options: decision.options,
    eligible: people.eligible,
    votes: votes.map(({ position }) => position),
    chair,
  });
  return {
    format: "decision-result/1",
    account: account.name,
    ...wordsOf(decision),
    round: roundOf(decision, { closedAt, closedByName }),
    people,
    votes: votes.map(({ receipt, position, contact }) => ({
      receipt,
      option: position,
      voter: decision.hideNames ? null : contact.name,
    })),
    setAside: cast.length - votes.length,
    castingVote: outcome.casting ? chair : null,
    outcome: plain(outcome),
    history: decision.events.toReversed().map(({ at, summary, actorName }) => ({
      at: iso(at),
      text: actorName === null ? summary : `${actorName}: ${summary}`,
    })),
  };
}

function peopleOf({ invitations, recusals }: Counted, voted: ReadonlySet<string>): ResultSheet["people"] {
  const recused = new Set(recusals.map(({ contactId }) => contactId));
  const left = invitations.filter(
    ({ contactId, contact }) => contact.status === "removed" && !voted.has(contactId) && !recused.has(contactId),
  ).length;
  const recusedVoters = invitations.filter(({ contactId }) => recused.has(contactId)).length;
  return {
    invited: invitations.length,
    left,
    recused: recusals.map(({ contact, reason }) => ({ name: contact.name, reason })),
    recusedVoters,
    eligible: invitations.length - left - recusedVoters,
  };
}

const wordsOf = (of: Counted) => ({
  decision: {
    ...{ number: of.number, title: of.title, purpose: of.purpose },
    ...{ background: of.background, recommendation: of.recommendation },
  },
  options: of.options,
  rules: {
    ...{ quorum: of.quorum, quorumValue: of.quorumValue, base: of.base, threshold: of.threshold, tie: of.tie },
    hideNames: of.hideNames,
  },
});

function roundOf(decision: Counted, { closedAt, closedByName }: Omit<Closing, "id">): ResultSheet["round"] {
  const [round] = decision.rounds;
  return {
    number: decision.round,
    reason: round?.reason ?? null,
    openedAt: iso(round?.openedAt ?? closedAt),
    voteBy: iso(decision.voteBy),
    timeZone: decision.timeZone,
    closedAt: iso(closedAt),
    closedBy: closedByName,
  };
}

const plain = (outcome: Outcome): ResultSheet["outcome"] => ({
  ...outcome,
  counts: outcome.counts.map((one) => ({ ...one })),
  leading: [...outcome.leading],
});
