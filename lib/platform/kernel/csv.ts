import type { FileOutput } from "./file-output";
import { type Lines, Table } from "./table";

/**
 * A CSV file of lines that are read piece by piece.
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

/** A list that is there already, in pieces; what is made of its rows is made a piece at a time too. */
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
