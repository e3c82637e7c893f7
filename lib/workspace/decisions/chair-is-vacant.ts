import type { Context } from "@/lib/platform/operations/operation";
import type { DecisionRow } from "./decision-record";

/** Nobody leads the decision: whoever did is recused from it, or has left the account. */
export async function chairIsVacant(
  { db, account }: Context<"account">,
  { chairContactId: id, recusals }: DecisionRow,
): Promise<boolean> {
  if (id === null || recusals.some(({ contactId }) => contactId === id)) return true;
  const chair = await db.contact.findFirst({ where: { accountId: account.id, id }, select: { status: true } });
  return chair?.status === "removed" || chair?.status === "suspended" || chair === null;
}
