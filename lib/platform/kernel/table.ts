import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";

type Cell = string | number | boolean | null;

export type Lines = readonly (readonly Cell[])[];

const FIGURE = /^-\d+(\.\d+)?$/;

/**
 * A table of which the lines are still to be read. As CSV for people: a byte order mark, so that spreadsheets read it as
 * UTF-8, CRLF between the lines, and a quote before whatever a spreadsheet would take for a formula.
 */
export class Table {
  constructor(
    private readonly header: readonly string[],
    private readonly pieces: AsyncIterable<Lines> | Iterable<Lines>,
  ) {}

  /**
   * The bytes of the file, a piece for each piece of lines: whoever asks for something else is answered between two, and
   * what waits for a slow reader takes no more room than the file. Nothing is read any more once `gone`.
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
        // An amount below nothing is no formula: defused it would be text, which no spreadsheet adds up.
        string: (value) => (FIGURE.test(value) ? { value, escape_formulas: false } : value),
      },
    }),
  );
