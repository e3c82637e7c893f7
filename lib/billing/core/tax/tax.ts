import { checkVAT, countries } from "jsvat-next";

/** A row of the rate table. Basis points: 2100 is 21 %. */
export interface TaxRateRow {
  readonly country: string;
  readonly category: string;
  readonly name: string;
  readonly basisPoints: number;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

export interface TaxedBuyer {
  /** ISO 3166 code. */
  readonly country: string;
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

const UNION = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

/**
 * The tax on digital services. Within the union: at home the seller's rate; a business elsewhere, known by its VAT id,
 * accounts for it itself; a private buyer pays the rate of their own country. Outside of it, and where the table has
 * no rate for a country, there is none.
 */
export function taxFor({ sellerCountry, buyer, category, rates, at }: TaxQuestion): TaxAnswer {
  const abroad = buyer.country !== sellerCountry;
  const within = UNION.has(sellerCountry) && UNION.has(buyer.country);
  if (abroad && within && vatCountry(buyer.vatId) === buyer.country) {
    return { basisPoints: 0, country: buyer.country, reverseCharge: true, name: "Reverse charge" };
  }
  const country = abroad && within ? buyer.country : sellerCountry;
  const rate = abroad && !within ? undefined : rateAt(rates, country, category, at);
  return rate === undefined
    ? { basisPoints: 0, country: null, reverseCharge: false, name: "No tax" }
    : { basisPoints: rate.basisPoints, country, reverseCharge: false, name: rate.name };
}

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
