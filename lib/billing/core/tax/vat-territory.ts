import { countryName } from "@/lib/platform/kernel/countries";

/** Where somebody is established, as VAT asks for it. Without a postal code the country decides alone. */
export interface VatPlace {
  /** ISO 3166 code. */
  readonly country: string;
  readonly postalCode?: string | null;
}

/** The member states of the union, by their ISO codes: each is a VAT territory, less the places below. */
const UNION = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

/** Countries that count as another's territory (article 7 of the VAT directive, and the United Kingdom's own law). */
const PART_OF: Readonly<Record<string, string>> = { MC: "FR", IM: "GB" };

interface Outside {
  readonly name: string;
  /** Told by the digits of its postal codes, for addresses that are written with the member state as their country. */
  readonly postalCodes: RegExp;
}

/** Parts of member states that are outside the VAT territory (article 6). Those with an ISO code are no member state's anyway. */
const OUTSIDE: Readonly<Record<string, readonly Outside[]>> = {
  DE: [
    { name: "Büsingen", postalCodes: /^78266$/ },
    { name: "Heligoland", postalCodes: /^27498$/ },
  ],
  ES: [
    { name: "the Canary Islands", postalCodes: /^3[58]\d{3}$/ },
    { name: "Ceuta", postalCodes: /^51\d{3}$/ },
    { name: "Melilla", postalCodes: /^52\d{3}$/ },
  ],
  FI: [{ name: "Åland", postalCodes: /^22\d{3}$/ }],
  // 980 is Monaco's.
  FR: [{ name: "the overseas departments and territories", postalCodes: /^(97\d|98[4-9])\d{2}$/ }],
  GR: [{ name: "Mount Athos", postalCodes: /^6308[67]$/ }],
  IT: [
    { name: "Livigno", postalCodes: /^(23041|23030)$/ },
    { name: "Campione d'Italia", postalCodes: /^2206[01]$/ },
  ],
};

/** What a rate of a country does not cover although it sounds as if it might, beside the places told by postal code. */
const NOT_ALSO: Readonly<Record<string, readonly string[]>> = {
  CY: ["the areas that the Republic does not control"],
  DK: ["the Faroe Islands", "Greenland"],
  GB: ["Jersey", "Guernsey", "Gibraltar"],
  IT: ["San Marino", "the Vatican"],
  NL: ["Aruba", "Curaçao", "Sint Maarten", "the Caribbean Netherlands"],
};

/** What it covers although it sounds as if it might not. */
const ALSO: Readonly<Record<string, string>> = {
  CY: "Akrotiri and Dhekelia",
  FR: "Monaco",
  GB: "Northern Ireland (services) and the Isle of Man",
  PT: "Madeira and the Azores, at the mainland's rate",
};

/**
 * The country whose VAT holds at a place: its own, or the one whose territory it counts as. Null where a member state's
 * VAT does not reach: no tax of the union is due there.
 */
export function vatTerritory({ country, postalCode }: VatPlace): string | null {
  const digits = (postalCode ?? "").replace(/\D/g, "");
  if (OUTSIDE[country]?.some(({ postalCodes }) => postalCodes.test(digits))) return null;
  return PART_OF[country] ?? country;
}

/** Whether a territory is one of the union's. */
export const inUnion = (territory: string | null): territory is string => territory !== null && UNION.has(territory);

/** The country whose rates a country has; null where it has its own. */
export const ratesOf = (country: string): string | null => PART_OF[country] ?? null;

/** What a rate of a country covers, in words; null where that is the country as everybody knows it. */
export function coverage(country: string): string | null {
  const also = ALSO[country];
  const not = [...(OUTSIDE[country] ?? []).map(({ name }) => name), ...(NOT_ALSO[country] ?? [])];
  const parts = [
    ...(also === undefined ? [] : [`Includes ${also}.`]),
    ...(not.length === 0 ? [] : [`Excludes ${new Intl.ListFormat("en-GB").format(not)}.`]),
  ];
  return parts.length === 0 ? null : parts.join(" ");
}

/** The sentence for somebody who wants to give a country rates that it has from another. */
export const coveredBy = (country: string, by: string): string =>
  `${countryName(country, "en-GB")} is covered by the rates of ${countryName(by, "en-GB")}.`;
