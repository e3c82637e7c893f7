import { formatAddress } from "localized-address-format";
import { type CountryRules, countryRules } from "./country-rules";

export interface AddressFields extends CountryRules {
  readonly hasPostalCode: boolean;
  readonly hasCity: boolean;
  readonly hasRegion: boolean;
  /** The postal code is written before the city. */
  readonly postalCodeFirst: boolean;
}

/** Which parts an address has in a country, their local names, and which are required. */
export function addressFields(country: string): AddressFields {
  const parts = kept.get(country) ?? partsOf(country);
  kept.set(country, parts);
  return { ...countryRules(country), ...parts };
}

/** Without their names, which are in the language of each reader. */
const kept = new Map<string, ReturnType<typeof partsOf>>();

/** Determined by formatting a sample address with one marker per part. */
function partsOf(country: string) {
  const signs = { postalCode: "{Z}", locality: "{C}", administrativeArea: "{S}", addressLines: ["{A}"] };
  const printed = formatAddress({ ...signs, postalCountry: country }, "latin").join("\n");
  const [code, city] = [printed.indexOf(signs.postalCode), printed.indexOf(signs.locality)];
  return {
    hasPostalCode: code >= 0,
    // Japan's format has no separator between prefecture and street, Singapore's includes the city itself.
    hasCity: city >= 0 || country === "JP",
    hasRegion: printed.includes(signs.administrativeArea),
    postalCodeFirst: code >= 0 && code < city,
  };
}
