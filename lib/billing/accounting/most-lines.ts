import { Problem } from "@/lib/platform/kernel/problem";

/** What one file takes: half of the books would look like all of them. */
const MOST_LINES = 50_000;

/** Throws an `invalid` Problem where there is more than one file takes; ask for one more than that. */
export function refuseTooMany<T>(rows: T[]): T[] {
  if (rows.length <= MOST_LINES) return rows;
  throw tooMany();
}

/** The lines of a file that is read in batches, as long as they are no more than one file takes. */
export async function* linesWithin<Row, Line>(
  batches: AsyncIterable<readonly Row[]>,
  toLine: (row: Row) => Line,
): AsyncGenerator<Line[]> {
  let count = 0;
  for await (const rows of batches) {
    count += rows.length;
    if (count > MOST_LINES) throw tooMany();
    yield rows.map(toLine);
  }
}

const tooMany = (): Problem =>
  new Problem("invalid", `One file takes ${MOST_LINES} lines at most. Choose a shorter time.`, {
    fields: { from: ["Choose a later day."] },
  });
