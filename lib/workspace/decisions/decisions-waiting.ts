import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { plannedAnew } from "@/lib/platform/db/plan-anew";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";

const schema = z.object({
  /** Open votes in which the viewer hasn't voted. */
  waitingCount: z.int(),
  waiting: z.array(z.object({ id, number: z.int(), title: z.string(), voteBy: isoDateTime })).max(3),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    decisions: z.infer<typeof schema>;
  }
}

export const decisionsPart = defineDashboardPart({
  name: "decisions",
  permission: "decisions.proposals.vote",
  schema,
  load: decisionsWaiting,
});

/** Open votes that wait for the viewer, the one that closes first at the top. */
async function decisionsWaiting(context: Context<"account">): Promise<z.input<typeof schema> | undefined> {
  const found = await plannedAnew(context.db, () => openVotes(context));
  if (found.length === 0) return undefined;
  return {
    waitingCount: found.length,
    waiting: found.slice(0, 3).map(({ voteBy, ...one }) => ({ ...one, voteBy: iso(voteBy) })),
  };
}

async function openVotes(context: Context<"account">) {
  const open = { status: "open", voteBy: { gt: context.realNow } } as const;
  const waiting = accessibleWhere<"decisions.proposals.vote", Prisma.DecisionWhereInput>(
    context,
    "decisions.proposals.vote",
    { ...open, id: { notIn: await votedOn(context, open) } },
  );
  return context.db.decision.findMany({
    where: waiting,
    select: { id: true, number: true, title: true, voteBy: true },
    orderBy: [{ voteBy: "asc" }, { id: "asc" }],
    take: 200,
  });
}

/** Those in whose current round they have voted. Read first: what is limited afterwards must be what still waits. */
async function votedOn({ db, account, actor }: Context<"account">, decision: Prisma.DecisionWhereInput) {
  const votes = await db.decisionVote.findMany({
    where: { accountId: account.id, contactId: actor.contactId ?? "", decision },
    select: { decisionId: true, round: true, decision: { select: { round: true } } },
    orderBy: { decisionId: "asc" },
    take: MOST_VOTES,
  });
  return votes.filter((one) => one.round === one.decision.round).map(({ decisionId }) => decisionId);
}

/** Of one person, in votes that are open at the same time. */
const MOST_VOTES = 5_000;
