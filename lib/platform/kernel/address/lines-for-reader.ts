import { countryCodes, countryName } from "@/lib/platform/kernel/countries";
import { currentCode } from "@/lib/platform/language/t";

let codes: ReadonlyMap<string, string> | undefined;

/** An address in the language of its reader: its last line is the country, which documents keep in English. */
export function linesForReader({ lines }: { readonly lines: readonly string[] }): readonly string[] {
  const country = lines.at(-1);
  if (country === undefined || currentCode() === "en") return lines;
  codes ??= new Map(countryCodes.map((code) => [countryName(code, "en-GB"), code]));
  const code = codes.get(country);
  return code === undefined ? lines : [...lines.slice(0, -1), countryName(code, currentCode())];
}
