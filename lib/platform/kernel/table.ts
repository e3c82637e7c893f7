import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import type { Spool } from "./spool";

type Cell = string | number | boolean | null;

export type Lines = readonly (readonly Cell[])[];

interface Reading {
  /** Reading stops on it. */
  readonly gone?: AbortSignal | undefined;
  /** Called for every chunk with the number of its lines. */
  readonly onLines?: ((count: number) => void) | undefined;
}

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

  /** Writes the file, one chunk of lines after another: other requests are served in between. */
  async writeTo(spool: Spool, { gone, onLines }: Reading = {}): Promise<void> {
    await spool.write(written([this.header], true));
    for await (const lines of this.pieces) {
      gone?.throwIfAborted();
      if (lines.length > 0) await spool.write(written(lines, false));
      onLines?.(lines.length);
      await setImmediate();
    }
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
