import { Problem } from "@/lib/platform/kernel/problem";

/** The fields of a row, with the headings that mean them. The first is the one we write ourselves. */
export const headings = {
  reference: ["reference", "id", "customer id", "client id", "external id", "external reference"],
  name: ["name", "account", "account name", "company", "company name"],
  legalName: ["legal name"],
  vatId: ["vat id", "vat", "vat number", "tax number", "tax id"],
  addressLine1: ["address", "address line 1", "address 1", "street"],
  addressLine2: ["address line 2", "address 2"],
  postalCode: ["postal code", "postcode", "zip", "zip code"],
  city: ["city", "town"],
  region: ["region", "state", "province"],
  country: ["country", "country code"],
  phone: ["phone", "phone number", "telephone"],
  currency: ["currency"],
  ownerName: ["owner", "owner name", "contact", "contact name"],
  ownerEmail: ["owner email", "email", "email address", "contact email"],
  locale: ["language", "locale"],
  timeZone: ["time zone", "timezone"],
} as const;

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
    throw new Problem("invalid", `The first line needs these columns: ${missing.join(", ")}.`);
  }
  const twice = columns.find((field, index) => field !== null && columns.indexOf(field) < index);
  if (twice) throw new Problem("invalid", `Two columns mean “${headingOf(twice)}”. Rename or remove one.`);
  return { columns, ignored: header.filter((heading, index) => columns[index] === null && heading.trim() !== "") };
}

const meant = (field: Field, heading: string): boolean =>
  headings[field].some((name) => plain(name) === plain(heading) || plain(field) === plain(heading));

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
