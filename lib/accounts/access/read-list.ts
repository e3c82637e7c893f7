import { parse } from "csv-parse/sync";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

export const MOST_ROWS = 500;

export interface ListRow {
  /** Line of the text, for people. */
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly roles: string;
  readonly endsAt: string;
}

type Column = Exclude<keyof ListRow, "line">;

/** Headings as people write them, in lower case without spaces, dashes and underscores. */
const headings: Readonly<Record<string, Column>> = {
  name: "name",
  email: "email",
  emailaddress: "email",
  roles: "roles",
  role: "roles",
  rollen: "roles",
  endsat: "endsAt",
  enddate: "endsAt",
  ends: "endsAt",
  enddatum: "endsAt",
};

/** What stands for a character that was lost because the file was read in an encoding that isn't its own. */
const UNREADABLE = "\ufffd";

/** The rows of a list with commas, semicolons or tabs. Throws `invalid` with what to change. */
export function readList(text: string): ListRow[] {
  if (text.includes(UNREADABLE))
    throw invalid(t("The list has characters that can't be read. Save the file as “CSV UTF-8” first."));
  const [header, ...lines] = parsed(text);
  const columns = (header?.record ?? []).map((heading) => headings[heading.toLowerCase().replace(/[\s_-]/g, "")]);
  const missing = (["name", "email", "roles"] as const).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw invalid(t("The first line must name the columns: name, email, roles, and ends at if you need it."));
  }
  if (lines.length === 0) throw invalid(t("There are no people below the first line."));
  if (lines.length > MOST_ROWS) {
    throw invalid(t("Add at most {count} people at a time. Split the list.", { count: MOST_ROWS }));
  }
  return lines.map(({ record, info }) => {
    const cell = (column: Column) => (record[columns.indexOf(column)] ?? "").trim();
    return { line: info.lines, name: cell("name"), email: cell("email"), roles: cell("roles"), endsAt: cell("endsAt") };
  });
}

interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string): Line[] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = [";", "\t"].find((one) => first.includes(one)) ?? ",";
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 5_000,
    }) as unknown as Line[];
  } catch {
    throw invalid(t("The list couldn't be read. Check its quotation marks."));
  }
}

const invalid = (message: string) => new Problem("invalid", message, { fields: { list: [message] } });
