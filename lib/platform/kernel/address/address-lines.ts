import { formatAddress } from "localized-address-format";
import { addressFields } from "./address-fields";
import { withoutPrefix } from "./postal-code";

export interface Address {
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string | null;
  readonly country: string;
}

/**
 * An address in its country's format, without the country's name. Parts that the format has no
 * place for are printed anyway: nothing the person entered is dropped.
 */
export function addressLines(address: Address): string[] {
  const { country } = address;
  const { hasPostalCode, hasRegion, capitals } = addressFields(country);
  const region = address.region ?? "";
  const city = sameWord(region, address.city) && hasRegion ? "" : address.city;
  const large = (text: string) => (capitals ? text.toUpperCase() : text);
  const street = [address.addressLine1, address.addressLine2 ?? ""].filter((line) => line !== "");
  const local = IDEOGRAPHIC.test(street.join(""));
  const withCity = local ? [city, ...street] : [...street, city];
  const lines = joined(
    formatAddress(
      {
        postalCountry: country,
        addressLines: printsCity(country) || city === "" || isNamedAnyway(country, city) ? street : withCity,
        locality: large(city),
        administrativeArea: large(region),
        postalCode: withoutPrefix(country, address.postalCode),
      },
      local ? "local" : "latin",
    ),
  );
  const rest = [hasRegion ? "" : region, hasPostalCode ? "" : address.postalCode];
  return [...lines, ...rest].map((line) => line.trim()).filter((line) => line !== "");
}

/** "Chiyoda, Tokyo": the format library starts a new line after the street, even before a comma. */
const joined = (lines: readonly string[]): string[] => lines.join("\n").replaceAll("\n,", ",").split("\n");

/** East Asian addresses run from largest to smallest unless they are written in Latin letters. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const SIGN = "{C}";

const printsCity = (country: string): boolean =>
  formatAddress({ postalCountry: country, locality: SIGN, addressLines: ["A"] }, "latin")
    .join("")
    .includes(SIGN);

/** "SINGAPORE 238823" already contains the city. */
const isNamedAnyway = (country: string, city: string): boolean =>
  formatAddress({ postalCountry: country, addressLines: ["A"], postalCode: "1" }, "latin").some((line) =>
    line.toLowerCase().includes(city.toLowerCase()),
  );

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
