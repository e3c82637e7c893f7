import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";

type Cell = string | number | boolean | null;

export type Lines = readonly (readonly Cell[])[];

const FIGURE = /^-\d+(\.\d+)?$/;

/**
 * A table whose lines are still to be read. As CSV for people: a byte order mark, so that spreadsheets read it as
 * UTF-8, CRLF line endings, and a quote before anything a spreadsheet would interpret as a formula.
 */
export class Table {
  constructor(
    private readonly header: readonly string[],
    private readonly pieces: AsyncIterable<Lines> | Iterable<Lines>,
  ) {}

  /**
   * The file's bytes, one chunk per chunk of lines: other requests are served in between, and
   * a slow reader holds no more memory than the file. Reading stops on `gone`.
   */
  async read(gone?: AbortSignal): Promise<Uint8Array[]> {
    const read = [written([this.header], true)];
    for await (const lines of this.pieces) {
      gone?.throwIfAborted();
      if (lines.length > 0) read.push(written(lines, false));
      await setImmediate();
    }
    return read;
  }
}

const written = (lines: Lines, bom: boolean): Uint8Array =>
  Buffer.from(
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
    }),
  );
