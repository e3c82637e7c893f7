import { formatAddress } from "localized-address-format";
import { type CountryRules, countryRules } from "./country-rules";

export interface AddressFields extends CountryRules {
  readonly hasPostalCode: boolean;
  readonly hasCity: boolean;
  readonly hasRegion: boolean;
  /** The postal code is written before the city. */
  readonly postalCodeFirst: boolean;
}

/** Which parts an address has in a country, what they are called there, and which of them have to be given. */
export function addressFields(country: string): AddressFields {
  const known = kept.get(country);
  if (known) return known;
  const fields = { ...countryRules(country), ...partsOf(country) };
  kept.set(country, fields);
  return fields;
}

const kept = new Map<string, AddressFields>();

/** Read off an address that is printed with a sign for each part. */
function partsOf(country: string) {
  const signs = { postalCode: "{Z}", locality: "{C}", administrativeArea: "{S}", addressLines: ["{A}"] };
  const printed = formatAddress({ ...signs, postalCountry: country }, "latin").join("\n");
  const [code, city] = [printed.indexOf(signs.postalCode), printed.indexOf(signs.locality)];
  return {
    hasPostalCode: code >= 0,
    // Japan's format has none between prefecture and street, Singapore's names the city itself.
    hasCity: city >= 0 || country === "JP",
    hasRegion: printed.includes(signs.administrativeArea),
    postalCodeFirst: code >= 0 && code < city,
  };
}
