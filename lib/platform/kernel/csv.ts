import { stringify } from "csv-stringify/sync";
import type { FileOutput } from "./file-output";

type Cell = string | number | boolean | null;

const FIGURE = /^-\d+(\.\d+)?$/;

/**
 * A CSV file for people: a byte order mark, so that spreadsheets read it as UTF-8, CRLF between the lines, and a quote
 * before whatever a spreadsheet would take for a formula.
 *
 * @param name file name without its ending
 */
export function csvFile(name: string, header: readonly string[], lines: readonly (readonly Cell[])[]): FileOutput {
  const body = stringify([header, ...lines] as unknown[], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
    cast: {
      boolean: (value) => (value ? "yes" : "no"),
      // An amount below nothing is no formula: defused it would be text, which no spreadsheet adds up.
      string: (value) => (FIGURE.test(value) ? { value, escape_formulas: false } : value),
    },
  });
  return { filename: `${name}.csv`, contentType: "text/csv; charset=utf-8", body };
}
