import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import type { FileOutput } from "./file-output";

type Cell = string | number | boolean | null;

const FIGURE = /^-\d+(\.\d+)?$/;

type Lines = readonly (readonly Cell[])[];

/**
 * A CSV file for people: a byte order mark, so that spreadsheets read it as UTF-8, CRLF line endings, and a quote
 * before anything a spreadsheet would interpret as a formula.
 *
 * @param name file name without its extension
 */
export const csvFile = (name: string, header: readonly string[], lines: Lines): FileOutput =>
  csvOf(name, written([header, ...lines], true));

/** The same for a long list that is read in chunks, so that other requests are served in between. */
export async function longCsvFile(
  name: string,
  header: readonly string[],
  pieces: AsyncIterable<Lines> | Iterable<Lines>,
): Promise<FileOutput> {
  const parts = [written([header], true)];
  for await (const lines of pieces) parts.push(written(lines, false));
  return csvOf(name, parts.join(""));
}

const PIECE = 1_000;

/** A list already in memory, yielding to other requests between chunks. */
export async function* inPieces<Line>(lines: readonly Line[]): AsyncGenerator<Line[]> {
  for (let start = 0; start < lines.length; start += PIECE) {
    yield lines.slice(start, start + PIECE);
    await setImmediate();
  }
}

const csvOf = (name: string, body: string): FileOutput => ({
  filename: `${name}.csv`,
  contentType: "text/csv; charset=utf-8",
  body,
});

const written = (lines: Lines, bom: boolean): string =>
  stringify(lines as unknown[], {
    bom,
    escape_formulas: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
    cast: {
      boolean: (value) => (value ? "yes" : "no"),
      // A negative amount isn't a formula: escaped, it would be text that spreadsheets can't add up.
      string: (value) => (FIGURE.test(value) ? { value, escape_formulas: false } : value),
    },
  });
