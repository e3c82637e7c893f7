import { isCheckViolation } from "@/lib/platform/db/check-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";

const frozen = (): Problem =>
  new Problem(
    "conflict",
    t("Somebody has voted, so the proposal and its rules stay as they are. Start a new round, or withdraw it."),
  );

/**
 * Runs a change of what is voted on, on a locked decision. Throws `conflict` once somebody has voted; a vote that comes at the
 * same moment is found by the database.
 */
export async function changingText<T>(
  { db, account }: Context<"account">,
  decisionId: string,
  change: () => Promise<T>,
): Promise<T> {
  const where = { accountId: account.id, decisionId };
  if ((await db.decisionVote.findFirst({ where, select: { id: true } })) !== null) throw frozen();
  try {
    return await change();
  } catch (error) {
    throw isCheckViolation(error) ? frozen() : error;
  }
}
