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
  const example = fields.example ? t(", like {example}", { example: fields.example }) : "";
  const code = fields.postalCode === "Postal code" ? t("postal code") : fields.postalCode;
  const area = fields.region.toLowerCase();
  const noRegion = region === null && fields.hasRegion;
  return {
    postalCode:
      postalCode === ""
        ? fields.hasPostalCode && fields.postalCodeRequired && t("Enter the {code}{example}.", { code, example })
        : fields.hasPostalCode &&
          !isPostalCode(country, postalCode) &&
          t("Enter a valid {code}{example}.", { code, example }),
    city:
      city === "" &&
      fields.hasCity &&
      (region === null || !regionWillDo(country)) &&
      t("Enter the {city}.", { city: fields.city.toLowerCase() }),
    region: noRegion && (fields.regionRequired || (!fields.hasCity && city === "")) && t("Enter the {area}.", { area }),
  };
}

/** Countries where the region identifies the place as well as a city does. */
const regionWillDo = (country: string): boolean => ["AE", "CO", "HK", "ID", "KY", "NR", "SR"].includes(country);
