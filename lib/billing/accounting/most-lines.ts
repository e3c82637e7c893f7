import { Problem } from "@/lib/platform/kernel/problem";

/** What one file takes: half of the books would look like all of them. */
export const MOST_LINES = 50_000;

/** Throws an `invalid` Problem where there is more than one file takes; ask for one more than that. */
export function refuseTooMany<T>(rows: T[]): T[] {
  if (rows.length <= MOST_LINES) return rows;
  throw new Problem("invalid", `One file takes ${MOST_LINES} lines at most. Choose a shorter time.`, {
    fields: { from: ["Choose a later day."] },
  });
}
