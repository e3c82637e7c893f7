import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { DecisionRow } from "./decision-record";

/**
 * People invited to a decision who have declared a current interest in an organisation that it is about, and aren't recused. It
 * only proposes: the chair decides. Interests that the viewer may not see are left out.
 */
export async function conflictsOf(context: Context<"account">, { id, invitations, recusals }: DecisionRow) {
  const { db, account, realNow: now } = context;
  const about = await db.decisionOrganisation.findMany({
    where: { accountId: account.id, decisionId: id },
    select: { key: true },
  });
  if (about.length === 0) return [];
  const recused = new Set(recusals.map(({ contactId }) => contactId));
  const people = invitations.map(({ contactId }) => contactId).filter((one) => !recused.has(one));
  const found = await db.interest.findMany({
    where: accessibleWhere<"decisions.interests.view", Prisma.InterestWhereInput>(context, "decisions.interests.view", {
      key: { in: about.map(({ key }) => key) },
      contactId: { in: people },
      fromDay: { lte: now },
      OR: [{ toDay: null }, { toDay: { gte: startOfToday(now) } }],
    }),
    select: { contactId: true, organisation: true, nature: true, contact: { select: { name: true } } },
    orderBy: [{ contact: { nameSearch: "asc" } }, { id: "asc" }],
    take: 200,
  });
  return found.map(({ contact, ...interest }) => ({ ...interest, name: contact.name }));
}

/** An interest counts on its last day. */
const startOfToday = (now: Date): Date => new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
