import { isCheckViolation } from "@/lib/platform/db/check-violation";
import { Problem } from "@/lib/platform/kernel/problem";

/**
 * Writes to the team under the database's own two rules: only who manages it at that moment writes, and one manager is
 * always left. Throws `conflict` where another manager was faster.
 */
export async function changeTeam(write: () => Promise<{ count: number }>): Promise<void> {
  try {
    if ((await write()).count > 0) return;
  } catch (error) {
    if (!isCheckViolation(error)) throw error;
  }
  throw new Problem("conflict", "Another manager changed the team in the meantime. Look at it again.");
}
