import { parse } from "csv-parse/sync";
import { Problem } from "@/lib/platform/kernel/problem";
import { currentCode, t } from "@/lib/platform/language/t";
import { type Field, mapColumns } from "./columns";
import { MOST_ROWS } from "./schema";

export interface FileRow {
  /** Line of the file, for people. */
  readonly line: number;
  readonly cells: Partial<Record<Field, string>>;
}

interface ReadFile {
  readonly rows: FileRow[];
  readonly ignored: readonly string[];
}

/** The rows of a CSV file with commas, semicolons or tabs. Empty cells are left out. Throws `invalid` with what to change. */
export function readRows(text: string): ReadFile {
  refuseBinary(text);
  const [header, ...lines] = parsed(text);
  if (header === undefined) throw new Problem("invalid", t("The file is empty."));
  if (lines.length === 0)
    throw new Problem("invalid", t("The file has a first line with headings, and no rows below it."));
  if (lines.length > MOST_ROWS) {
    throw new Problem(
      "invalid",
      t("A file can have up to {count} rows. Split it.", { count: MOST_ROWS.toLocaleString(currentCode()) }),
    );
  }
  const { columns, ignored } = mapColumns(header.record);
  const rows = lines.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      columns.flatMap((field, index) => {
        const cell = (record[index] ?? "").trim();
        return field === null || cell === "" ? [] : [[field, cell]];
      }),
    ),
  }));
  return { rows, ignored };
}

interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string): Line[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    }) as unknown as Line[];
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    throw new Problem(
      "invalid",
      line ? t("The file can't be read as CSV: check line {line}.", { line }) : t("The file can't be read as CSV."),
      {},
      { cause: error },
    );
  }
}

/** Spreadsheets in many countries write semicolons: whichever is most frequent in the first line. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const times = (sign: string) => first.split(sign).length;
  return [",", ";", "\t"].sort((a, b) => times(b) - times(a))[0] ?? ",";
}

function refuseBinary(text: string): void {
  if (text.includes("\0") || /\p{Surrogate}/u.test(text)) {
    throw new Problem("invalid", t("This isn't a CSV file. Save it as “CSV UTF-8” first."));
  }
}
