import type { z } from "zod";
import { withinSentence } from "@/lib/platform/kernel/within-sentence";
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
    city: city === "" && fields.hasCity && (region === null || !regionWillDo(country)) && enter(fields.city),
    region: noRegion && (fields.regionRequired || (!fields.hasCity && city === "")) && enter(fields.region),
  };
}

type Fields = ReturnType<typeof addressFields>;

function wrongPostalCode(country: string, postalCode: string, fields: Fields): string | false {
  const { postalCodeRequired, example } = fields;
  const field = withinSentence(fields.postalCode);
  if (postalCode === "") return postalCodeRequired && enter(fields.postalCode, example);
  if (isPostalCode(country, postalCode)) return false;
  return example
    ? t("Enter a valid {field}, like {example}.", { field, example })
    : t("Enter a valid {field}.", { field });
}

function enter(name: string, example?: string): string {
  const field = withinSentence(name);
  return example ? t("Enter the {field}, like {example}.", { field, example }) : t("Enter the {field}.", { field });
}

/** Countries where the region identifies the place as well as a city does. */
const regionWillDo = (country: string): boolean => ["AE", "CO", "HK", "ID", "KY", "NR", "SR"].includes(country);
