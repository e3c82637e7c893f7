import { describe, expect, it } from "vitest";
import { type TaxRateRow, taxFor, vatCountry } from "@/lib/billing/core/tax/tax";

const from = (day: string) => new Date(`${day}T00:00:00Z`);
const rates: TaxRateRow[] = [
  {
    country: "NL",
    category: "standard",
    name: "VAT",
    basisPoints: 1900,
    validFrom: from("2000-01-01"),
    validUntil: from("2012-10-01"),
  },
  {
    country: "NL",
    category: "standard",
    name: "VAT",
    basisPoints: 2100,
    validFrom: from("2012-10-01"),
    validUntil: null,
  },
  {
    country: "NL",
    category: "reduced",
    name: "VAT",
    basisPoints: 900,
    validFrom: from("2019-01-01"),
    validUntil: null,
  },
  {
    country: "DE",
    category: "standard",
    name: "MwSt.",
    basisPoints: 1900,
    validFrom: from("2007-01-01"),
    validUntil: null,
  },
];
const ask = (country: string, vatId: string | null = null, more: Partial<Parameters<typeof taxFor>[0]> = {}) =>
  taxFor({
    sellerCountry: "NL",
    buyer: { country, vatId },
    category: "standard",
    rates,
    at: from("2026-06-01"),
    ...more,
  });

describe("the tax of a sale", () => {
  it("is the seller's at home, with a VAT id and without", () => {
    const expected = { basisPoints: 2100, country: "NL", reverseCharge: false, name: "VAT" };
    expect(ask("NL")).toEqual(expected);
    expect(ask("NL", "NL859417232B01")).toEqual(expected);
  });

  it("is accounted for by a business elsewhere in the union, whose VAT id is of its own country and right", () => {
    expect(ask("DE", "DE312456782")).toMatchObject({ basisPoints: 0, reverseCharge: true });
    expect(ask("DE", "DE312456789"), "check digit").toMatchObject({ basisPoints: 1900, reverseCharge: false });
    expect(ask("DE", "NL859417232B01"), "another country's").toMatchObject({ basisPoints: 1900, reverseCharge: false });
  });

  it("is the buyer's country's for a private person there, and none outside of the union", () => {
    expect(ask("DE")).toEqual({ basisPoints: 1900, country: "DE", reverseCharge: false, name: "MwSt." });
    expect(ask("US")).toEqual({ basisPoints: 0, country: null, reverseCharge: false, name: "No tax" });
    expect(ask("US", "DE312456782")).toMatchObject({ reverseCharge: false });
    expect(ask("FR"), "no rate known").toMatchObject({ basisPoints: 0, country: null });
  });

  it("is that of the category and of the day, the last day of a rate not included", () => {
    expect(ask("NL", null, { category: "reduced" })).toMatchObject({ basisPoints: 900 });
    expect(ask("NL", null, { at: new Date("2012-09-30T23:59:59Z") })).toMatchObject({ basisPoints: 1900 });
    expect(ask("NL", null, { at: from("2012-10-01") })).toMatchObject({ basisPoints: 2100 });
    expect(ask("NL", null, { at: from("1999-12-31") })).toMatchObject({ basisPoints: 0 });
  });

  it("knows Greece by the letters of its VAT ids", () => {
    expect(vatCountry("EL094259216")).toBe("GR");
    expect(vatCountry("hello")).toBeNull();
    expect(vatCountry(null)).toBeNull();
  });
});
