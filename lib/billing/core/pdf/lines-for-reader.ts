import { countryCodes, countryName } from "@/lib/platform/kernel/countries";
import { currentLocale } from "@/lib/platform/language/with-language";
import type { Party } from "./party";

let codes: ReadonlyMap<string, string> | undefined;

/** An address in the language of its reader: its last line is the country, which documents keep in English. */
export function linesForReader({ lines }: Pick<Party, "lines">): readonly string[] {
  const country = lines.at(-1);
  if (country === undefined || currentLocale().startsWith("en")) return lines;
  codes ??= new Map(countryCodes.map((code) => [countryName(code, "en-GB"), code]));
  const code = codes.get(country);
  return code === undefined ? lines : [...lines.slice(0, -1), countryName(code, currentLocale())];
}
