import { countryRules } from "./country-rules";

/** Whether a postal code has its country's format; any text is valid if the format isn't known. */
export function isPostalCode(country: string, code: string): boolean {
  const { pattern } = countryRules(country);
  return pattern === undefined || pattern.test(bare(country, code)) || pattern.test(compact(code));
}

/** A postal code in its stored form: upper case, without a country prefix. */
export const keptPostalCode = (country: string, code: string): string =>
  withoutPrefix(country, code.normalize("NFKC").toUpperCase());

/** Formatting adds "CH-" where customary; it must not appear twice. */
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
