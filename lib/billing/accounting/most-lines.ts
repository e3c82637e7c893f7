import { Problem } from "@/lib/platform/kernel/problem";

/** The limit for one file. Beyond it the export fails, since a truncated file would look complete. */
const MOST_LINES = 50_000;

/** Throws an `invalid` Problem above the limit; query one row more than the limit to detect it. */
export function refuseTooMany<T>(rows: T[]): T[] {
  if (rows.length <= MOST_LINES) return rows;
  throw tooMany();
}

/** The lines of a file read in batches, up to the limit for one file. */
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
  new Problem("invalid", `A file can have at most ${MOST_LINES} lines. Select a shorter period.`, {
    fields: { from: ["Select a later day."] },
  });
