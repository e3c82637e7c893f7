/** The lines of a file whose rows are read in batches. */
export async function* linesOf<Row, Line>(
  batches: AsyncIterable<readonly Row[]>,
  toLine: (row: Row) => Line,
): AsyncGenerator<Line[]> {
  for await (const rows of batches) yield rows.map(toLine);
}
