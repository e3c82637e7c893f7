import type { FileOutput } from "./file-output";
import { type Lines, Table } from "./table";

/**
 * A CSV file whose lines are read in chunks.
 *
 * @param name file name without its extension
 */
export const csvFile = (
  name: string,
  header: readonly string[],
  pieces: AsyncIterable<Lines> | Iterable<Lines>,
): FileOutput => ({
  filename: `${name}.csv`,
  contentType: "text/csv; charset=utf-8",
  body: new Table(header, pieces),
});
