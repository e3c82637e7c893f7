import { checkVAT, countries } from "jsvat-next";
import { inUnion, type VatPlace, vatTerritory } from "@/lib/billing/core/tax/vat-territory";
import { countryName } from "@/lib/platform/kernel/countries";
import { Problem } from "@/lib/platform/kernel/problem";

/** A row of the rate table. Basis points: 2100 is 21 %. */
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
  /** Of supply: the rate that holds then. */
  readonly at: Date;
}

export interface TaxAnswer {
  readonly basisPoints: number;
  /** Whose tax it is; null where there is none. */
  readonly country: string | null;
  /** The buyer accounts for it. */
  readonly reverseCharge: boolean;
  /** As invoices call it. */
  readonly name: string;
}

const UNTAXED: TaxAnswer = { basisPoints: 0, country: null, reverseCharge: false, name: "No tax" };

/**
 * The tax on digital services. Within the union: in the seller's own territory its rate; a business in another, known by
 * its VAT id, accounts for it itself; a private buyer pays the rate of their own territory. Outside it there is none, nor on
 * what is marked as untaxed. Where a country has no reduced rate its standard rate holds; where it has none that holds
 * at all, nothing is sold there in silence at 0 % (docs/decisions/0037-where-vat-holds.md).
 *
 * @throws Problem `conflict` where tax is due and the table has no rate for it
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
    `No tax rate is in force for ${countryName(country, "en-GB")}, so nothing can be invoiced there. The seller has to add one under Tax rates, at 0% where no tax is charged.`,
  );

/** The country of a VAT id whose format and check digits are right; null for any other text. */
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
