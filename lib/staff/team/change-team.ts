import { isCheckViolation } from "@/lib/platform/db/check-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/**
 * Writes to the team under two rules of the database: only a current manager can write, and one manager always remains.
 * Throws `conflict` if another manager was faster.
 */
export async function changeTeam(write: () => Promise<{ count: number }>): Promise<void> {
  try {
    if ((await write()).count > 0) return;
  } catch (error) {
    if (!isCheckViolation(error)) throw error;
  }
  throw new Problem("conflict", t("The team was just changed by another manager. Reload and try again."));
}
