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
  const { db, account, actor, realNow } = context;
  const open = accessibleWhere<"decisions.proposals.vote", Prisma.DecisionWhereInput>(
    context,
    "decisions.proposals.vote",
    {
      status: "open",
      voteBy: { gt: realNow },
    },
  );
  const found = await plannedAnew(db, () =>
    db.decision.findMany({
      where: open,
      select: { id: true, number: true, title: true, voteBy: true, round: true },
      orderBy: [{ voteBy: "asc" }, { id: "asc" }],
      take: 200,
    }),
  );
  const voted = await db.decisionVote.findMany({
    where: { accountId: account.id, contactId: actor.contactId ?? "", decisionId: { in: found.map((one) => one.id) } },
    select: { decisionId: true, round: true },
  });
  const waiting = found.filter((one) => !voted.some((vote) => vote.decisionId === one.id && vote.round === one.round));
  if (waiting.length === 0) return undefined;
  return {
    waitingCount: waiting.length,
    waiting: waiting.slice(0, 3).map(({ round: _, voteBy, ...one }) => ({ ...one, voteBy: iso(voteBy) })),
  };
}
