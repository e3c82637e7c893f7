import { countryName } from "@/lib/platform/kernel/countries";
import { searchText } from "@/lib/platform/kernel/search-text";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";

/** Place of establishment for VAT. Without a postal code only the country counts. */
export interface VatPlace {
  /** ISO 3166 code. */
  readonly country: string;
  readonly postalCode?: string | null;
  readonly city?: string | null;
}

/** EU member states by ISO code: each is a VAT territory, except for the places below. */
const UNION = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

/** Countries treated as another's territory (article 7 of the VAT directive, and UK law). */
const PART_OF: Readonly<Record<string, string>> = { MC: "FR", IM: "GB" };

interface Outside {
  readonly name: Sentence;
  /** Identified by postal code, in capitals without spaces or punctuation. */
  readonly postalCodes: RegExp;
  /** A former postal code shared with places inside the territory, which only count with this city. */
  readonly former?: { readonly postalCode: string; readonly city: string };
}

/**
 * Places outside the VAT territory of the country their addresses give: parts of member states (article 6), and places
 * with an ISO code of their own whose postal codes belong to the country's system.
 */
const OUTSIDE: Readonly<Record<string, readonly Outside[]>> = {
  DK: [{ name: msg("Greenland"), postalCodes: /^39\d{2}$/ }],
  DE: [
    { name: msg("Büsingen"), postalCodes: /^78266$/ },
    { name: msg("Heligoland"), postalCodes: /^27498$/ },
  ],
  ES: [
    { name: msg("the Canary Islands"), postalCodes: /^3[58]\d{3}$/ },
    { name: msg("Ceuta"), postalCodes: /^51\d{3}$/ },
    { name: msg("Melilla"), postalCodes: /^52\d{3}$/ },
  ],
  FI: [{ name: msg("Åland"), postalCodes: /^22\d{3}$/ }],
  // 980 is Monaco.
  FR: [{ name: msg("the overseas departments and territories"), postalCodes: /^(97\d|98[4-9])\d{2}$/ }],
  GB: [
    { name: msg("Jersey"), postalCodes: /^JE\d/ },
    { name: msg("Guernsey"), postalCodes: /^GY\d/ },
    { name: msg("Gibraltar"), postalCodes: /^GX11/ },
  ],
  GR: [{ name: msg("Mount Athos"), postalCodes: /^6308[67]$/ }],
  IT: [
    { name: msg("Livigno"), postalCodes: /^23041$/, former: { postalCode: "23030", city: "livigno" } },
    { name: msg("Campione d'Italia"), postalCodes: /^22061$/, former: { postalCode: "22060", city: "campione" } },
    { name: msg("San Marino"), postalCodes: /^4789\d$/ },
    { name: msg("the Vatican"), postalCodes: /^00120$/ },
  ],
};

/** Places a country's rate doesn't cover, though one might expect it, besides those identified by postal code. */
const NOT_ALSO: Readonly<Record<string, readonly Sentence[]>> = {
  CY: [msg("the areas that the Republic does not control")],
  DK: [msg("the Faroe Islands")],
  NL: [msg("Aruba"), msg("Curaçao"), msg("Sint Maarten"), msg("the Caribbean Netherlands")],
};

/** Places it covers, though one might not expect it. */
const ALSO: Readonly<Record<string, Sentence>> = {
  CY: msg("Akrotiri and Dhekelia"),
  FR: msg("Monaco"),
  GB: msg("Northern Ireland (services) and the Isle of Man"),
  PT: msg("Madeira and the Azores, at the mainland's rate"),
};

/**
 * The country whose VAT applies at a place: its own, or the one it is treated as part of. Null if the place is outside
 * its member state's VAT territory, so no EU tax is due.
 */
export function vatTerritory({ country, postalCode, city }: VatPlace): string | null {
  const code = bare(postalCode ?? "");
  const town = searchText(city ?? "");
  const outside = OUTSIDE[country]?.some(
    ({ postalCodes, former }) =>
      postalCodes.test(code) || (former?.postalCode === code && town.startsWith(former.city)),
  );
  return outside ? null : (PART_OF[country] ?? country);
}

/** Without a country prefix where the rest is a number: "E-38660", "FI22100". */
function bare(postalCode: string): string {
  const code = postalCode.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return /^[A-Z]{1,2}\d+$/.test(code) ? code.replace(/^[A-Z]+/, "") : code;
}

/** Whether a territory belongs to the EU. */
export const inUnion = (territory: string | null): territory is string => territory !== null && UNION.has(territory);

/** The country whose rates apply in a country; null if it has its own. */
export const ratesOf = (country: string): string | null => PART_OF[country] ?? null;

/** The coverage of a country's rate in words; null if it is simply the country. */
export function coverage(country: string): string | null {
  const also = ALSO[country];
  const outside = [...(OUTSIDE[country] ?? []).map(({ name }) => name), ...(NOT_ALSO[country] ?? [])];
  const not = outside.map((name) => t(name));
  const parts = [
    ...(also === undefined ? [] : [t("Includes {also}.", { also: t(also) })]),
    ...(not.length === 0
      ? []
      : [t("Excludes {places}.", { places: new Intl.ListFormat(currentLocale()).format(not) })]),
  ];
  return parts.length === 0 ? null : parts.join(" ");
}

/** The message when adding a rate for a country that uses another's rates. */
export const coveredBy = (country: string, by: string): string =>
  t("{country} uses the tax rates of {other}. Add the rate there.", {
    country: countryName(country, currentLocale()),
    other: countryName(by, currentLocale()),
  });
