import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** The columns of a decision: what permissions about it depend on, and what its outline shows. */
export const decisionColumns = {
  ...{
    id: true,
    accountId: true,
    number: true,
    title: true,
    status: true,
    round: true,
    textVersion: true,
    voteBy: true,
    timeZone: true,
  },
  ...{ chairContactId: true, hideNames: true, version: true },
  invitations: { select: { contactId: true, mayVote: true } },
  recusals: { select: { contactId: true } },
} as const satisfies Prisma.DecisionSelect;

export type DecisionRow = Prisma.DecisionGetPayload<{ select: typeof decisionColumns }>;

/**
 * A decision that the viewer knows to exist. What they may do with it is asked separately. Throws `not-found` for all others,
 * as if there were none.
 */
export async function knownDecision(context: Context, id: string): Promise<DecisionRow> {
  const where = accessibleWhere(context, "decisions.search", { id });
  const decision = await context.db.decision.findFirst({ where, select: decisionColumns });
  if (decision === null) throw notFound(t("Decision not found."));
  return decision;
}
