import type { z } from "zod";
import { t } from "@/lib/platform/language/t";
import { addressFields } from "./address-fields";
import type { Address } from "./address-lines";
import { isPostalCode } from "./postal-code";

/** The required parts missing from an address, as issues at their fields. */
export function checkAddress(address: Address, context: z.RefinementCtx): void {
  for (const [field, message] of Object.entries(missing(address))) {
    if (message) context.addIssue({ code: "custom", path: [field], message });
  }
}

function missing({ country, postalCode, city, region }: Address) {
  const fields = addressFields(country);
  const noRegion = region === null && fields.hasRegion;
  return {
    postalCode: fields.hasPostalCode && wrongPostalCode(country, postalCode, fields),
    city: city === "" && fields.hasCity && (region === null || !regionWillDo(country)) && absent(fields.city),
    region: noRegion && (fields.regionRequired || (!fields.hasCity && city === "")) && absent(fields.region),
  };
}

const absent = (field: string): string => t("{field} is missing.", { field });

type Fields = ReturnType<typeof addressFields>;

function wrongPostalCode(
  country: string,
  postalCode: string,
  { postalCodeRequired, ...fields }: Fields,
): string | false {
  const { postalCode: field, example } = fields;
  if (postalCode === "" && !postalCodeRequired) return false;
  if (postalCode !== "" && isPostalCode(country, postalCode)) return false;
  if (example) return t("{field} is missing or not valid, for example {example}.", { field, example });
  return postalCode === "" ? absent(field) : t("{field} is not valid.", { field });
}

/** Countries where the region identifies the place as well as a city does. */
const regionWillDo = (country: string): boolean => ["AE", "CO", "HK", "ID", "KY", "NR", "SR"].includes(country);
