import { checkVAT, countries } from "jsvat-next";
import { inUnion, type VatPlace, vatTerritory } from "@/lib/billing/core/tax/vat-territory";
import { countryName } from "@/lib/platform/kernel/countries";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";

/** A row of the tax rate table. Basis points: 2100 is 21 %. */
export interface TaxRateRow {
  readonly country: string;
  readonly category: string;
  readonly name: string;
  readonly basisPoints: number;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

export interface TaxedBuyer extends VatPlace {
  readonly vatId: string | null;
}

export interface TaxQuestion {
  readonly sellerCountry: string;
  readonly buyer: TaxedBuyer;
  readonly category: string;
  readonly rates: readonly TaxRateRow[];
  /** Date of supply, which determines the rate. */
  readonly at: Date;
}

export interface TaxAnswer {
  readonly basisPoints: number;
  /** The country whose tax applies; null if there is none. */
  readonly country: string | null;
  /** The buyer accounts for the tax. */
  readonly reverseCharge: boolean;
  /** The name shown on invoices. */
  readonly name: string;
}

const UNTAXED: TaxAnswer = { basisPoints: 0, country: null, reverseCharge: false, name: "No tax" };

/**
 * The tax on digital services. Within the EU: the seller's own rate in its own territory; a business elsewhere with a
 * VAT ID accounts for the tax itself; a private buyer pays the rate of their own territory. Outside the EU, and on
 * untaxed items, there is none. If a country has no reduced rate, its standard rate applies; if it has no current rate
 * at all, it fails rather than silently charging 0 % (docs/decisions/0037-where-vat-applies.md).
 *
 * @throws Problem `conflict` if tax is due and there is no rate for it
 */
export function taxFor({ sellerCountry, buyer, category, rates, at }: TaxQuestion): TaxAnswer {
  if (category === "none") return UNTAXED;
  const home = vatTerritory({ country: sellerCountry });
  const there = vatTerritory(buyer);
  const abroad = there !== home;
  if (abroad && !(inUnion(home) && inUnion(there))) return UNTAXED;
  const country = there ?? sellerCountry;
  if (abroad && vatCountry(buyer.vatId) === country) {
    return { basisPoints: 0, country, reverseCharge: true, name: "Reverse charge" };
  }
  const rate = rateAt(rates, country, category, at) ?? rateAt(rates, country, "standard", at);
  if (rate !== undefined) return { basisPoints: rate.basisPoints, country, reverseCharge: false, name: rate.name };
  if (inUnion(country) || rates.some((one) => one.country === country)) throw noRate(country);
  return UNTAXED;
}

const noRate = (country: string): Problem =>
  new Problem(
    "conflict",
    t(
      "There is no active tax rate for {country}, so nothing can be invoiced there until our billing team adds one under Tax rates (0% if no tax is charged).",
      { country: countryName(country, currentLocale()) },
    ),
  );

/** The country of a valid VAT ID, by format and check digits; null otherwise. */
export function vatCountry(vatId: string | null): string | null {
  if (vatId === null) return null;
  const { isValid, country } = checkVAT(vatId, countries);
  return isValid && country ? country.isoCode.short : null;
}

function rateAt(rates: readonly TaxRateRow[], country: string, category: string, at: Date): TaxRateRow | undefined {
  return rates
    .filter((rate) => rate.country === country && rate.category === category)
    .filter((rate) => rate.validFrom <= at && (rate.validUntil === null || at < rate.validUntil))
    .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime())[0];
}
