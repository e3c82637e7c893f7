import type { z } from "zod";
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
  const example = fields.example ? `, like ${fields.example}` : "";
  const code = fields.postalCode === "Postal code" ? "postal code" : fields.postalCode;
  const area = fields.region.toLowerCase();
  const noRegion = region === null && fields.hasRegion;
  return {
    postalCode:
      postalCode === ""
        ? fields.hasPostalCode && fields.postalCodeRequired && `Enter the ${code}${example}.`
        : fields.hasPostalCode && !isPostalCode(country, postalCode) && `Enter a valid ${code}${example}.`,
    city:
      city === "" &&
      fields.hasCity &&
      (region === null || !regionWillDo(country)) &&
      `Enter the ${fields.city.toLowerCase()}.`,
    region: noRegion && (fields.regionRequired || (!fields.hasCity && city === "")) && `Enter the ${area}.`,
  };
}

/** Countries where the region identifies the place as well as a city does. */
const regionWillDo = (country: string): boolean => ["AE", "CO", "HK", "ID", "KY", "NR", "SR"].includes(country);
