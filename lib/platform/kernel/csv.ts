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

const PIECE = 250;

/** A list already in memory, in chunks; its rows are also converted one chunk at a time. */
export function* inPieces<Line>(lines: Iterable<Line>): Generator<Line[]> {
  let piece: Line[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
