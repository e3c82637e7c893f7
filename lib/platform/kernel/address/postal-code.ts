import { countryRules } from "./country-rules";

/** Whether a postal code has the form of its country; any text has where the country's form is not known. */
export function isPostalCode(country: string, code: string): boolean {
  const { pattern } = countryRules(country);
  return pattern === undefined || pattern.test(bare(country, code)) || pattern.test(compact(code));
}

/** A postal code as it is kept: in capitals, without the letters of the country that some write before it. */
export const keptPostalCode = (country: string, code: string): string =>
  withoutPrefix(country, code.normalize("NFKC").toUpperCase());

/** Printing puts "CH-" before the code where that is the custom; it must not come out twice. */
export function withoutPrefix(country: string, code: string): string {
  const { example } = countryRules(country);
  if (example === undefined || !/^\d/.test(example)) return code;
  return code.replace(/^(?:[A-Z]{2}|[DFIL])[\s-]?(?=\d)/i, "");
}

const compact = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.-]/g, "");

const bare = (country: string, code: string): string => compact(withoutPrefix(country, code));
