import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { headings } from "./headings";

export type Field = keyof typeof headings;

const fields = Object.keys(headings) as Field[];
const required: readonly Field[] = [
  "reference",
  "name",
  "addressLine1",
  "country",
  "currency",
  "ownerName",
  "ownerEmail",
];

export const headingOf = (field: string): string =>
  Object.hasOwn(headings, field) ? headings[field as Field][0] : field;

export interface Mapping {
  /** By column; null for one that is ignored. */
  readonly columns: readonly (Field | null)[];
  readonly ignored: readonly string[];
}

/** Finds the fields by the first line of a file. Throws `invalid` if a required one is missing, or one is there twice. */
export function mapColumns(header: readonly string[]): Mapping {
  const columns = header.map((heading) => fields.find((field) => meant(field, heading)) ?? null);
  const missing = required.filter((field) => !columns.includes(field)).map(headingOf);
  if (missing.length > 0) {
    throw new Problem("invalid", t("The first line needs these columns: {columns}.", { columns: missing.join(", ") }));
  }
  const twice = columns.find((field, index) => field !== null && columns.indexOf(field) < index);
  if (twice)
    throw new Problem(
      "invalid",
      t("Two columns mean “{heading}”. Rename or remove one.", { heading: headingOf(twice) }),
    );
  return { columns, ignored: header.filter((heading, index) => columns[index] === null && heading.trim() !== "") };
}

const meant = (field: Field, heading: string): boolean =>
  headings[field].some((name) => plain(name) === plain(heading) || plain(field) === plain(heading));

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
