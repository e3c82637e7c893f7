import { describe, expect, it } from "vitest";
import { type TaxRateRow, taxFor, vatCountry } from "@/lib/billing/core/tax/tax";

const from = (day: string) => new Date(`${day}T00:00:00Z`);
const rate = (country: string, basisPoints: number, more: Partial<TaxRateRow> = {}): TaxRateRow => ({
  country,
  category: "standard",
  name: "VAT",
  basisPoints,
  validFrom: from("2000-01-01"),
  validUntil: null,
  ...more,
});
const rates: TaxRateRow[] = [
  rate("NL", 1900, { validUntil: from("2012-10-01") }),
  rate("NL", 2100, { validFrom: from("2012-10-01") }),
  rate("NL", 900, { category: "reduced", validFrom: from("2019-01-01"), validUntil: from("2030-01-01") }),
  rate("DE", 1900, { name: "MwSt." }),
  rate("FR", 2000, { name: "TVA" }),
  rate("ES", 2100),
  rate("IT", 2200),
  rate("GR", 2400),
  rate("FI", 2550),
  rate("PT", 2300),
  rate("CY", 1900),
  rate("GB", 2000),
  rate("LU", 0),
  // It begins after the day of the sale.
  rate("AT", 2000, { validFrom: from("2027-01-01") }),
  // It has ended, and none came after it.
  rate("BE", 2100, { validUntil: from("2026-01-01") }),
  rate("CH", 810, { validUntil: from("2026-01-01") }),
];

interface Sale {
  readonly postalCode?: string;
  readonly vatId?: string | null;
  readonly seller?: string;
  readonly category?: string;
  readonly at?: Date;
}

const ask = (country: string, { postalCode = "", vatId = null, seller = "NL", ...more }: Sale = {}) =>
  taxFor({
    sellerCountry: seller,
    buyer: { country, postalCode, vatId },
    category: "standard",
    rates,
    at: from("2026-06-01"),
    ...more,
  });

const untaxed = { basisPoints: 0, country: null, reverseCharge: false, name: "No tax" };

describe("the tax of a sale", () => {
  it("is the seller's at home, with a VAT id and without", () => {
    const expected = { basisPoints: 2100, country: "NL", reverseCharge: false, name: "VAT" };
    expect(ask("NL")).toEqual(expected);
    expect(ask("NL", { vatId: "NL859417232B01" })).toEqual(expected);
  });

  it("is accounted for by a business elsewhere in the union, whose VAT id is of its own country and right", () => {
    expect(ask("DE", { vatId: "DE312456782" })).toEqual({
      basisPoints: 0,
      country: "DE",
      reverseCharge: true,
      name: "Reverse charge",
    });
    expect(ask("DE", { vatId: "DE312456789" }), "check digit").toMatchObject({
      basisPoints: 1900,
      reverseCharge: false,
    });
    const another = ask("DE", { vatId: "NL859417232B01" });
    expect(another, "another country's").toMatchObject({ basisPoints: 1900, reverseCharge: false });
  });

  it("is the buyer's country's for a private person there, and none outside of the union", () => {
    expect(ask("DE")).toEqual({ basisPoints: 1900, country: "DE", reverseCharge: false, name: "MwSt." });
    expect(ask("US")).toEqual(untaxed);
    expect(ask("US", { vatId: "DE312456782" })).toEqual(untaxed);
  });

  it("changes on the first day of a rate, and the last day of the one before is not that day", () => {
    expect(ask("NL", { at: new Date("2012-09-30T23:59:59.999Z") })).toMatchObject({ basisPoints: 1900 });
    expect(ask("NL", { at: from("2012-10-01") })).toMatchObject({ basisPoints: 2100 });
    expect(ask("NL", { category: "reduced", at: from("2019-01-01") })).toMatchObject({ basisPoints: 900 });
    expect(ask("NL", { category: "reduced", at: new Date("2018-12-31T23:59:59.999Z") })).toMatchObject({
      basisPoints: 2100,
    });
    expect(ask("AT", { at: from("2027-01-01") })).toMatchObject({ basisPoints: 2000 });
  });

  it("is at the later rate where two hold at once", () => {
    const doubled = [...rates, rate("DE", 1600, { validFrom: from("2026-05-01") }), rate("DE", 700)];
    const sale = { sellerCountry: "NL", buyer: { country: "DE", vatId: null }, category: "standard" };
    expect(taxFor({ ...sale, rates: doubled, at: from("2026-06-01") })).toMatchObject({ basisPoints: 1600 });
    expect(taxFor({ ...sale, rates: doubled.reverse(), at: from("2026-06-01") })).toMatchObject({ basisPoints: 1600 });
  });

  it("is at the standard rate where a country has no reduced one, or none that holds", () => {
    expect(ask("NL", { category: "reduced" })).toMatchObject({ basisPoints: 900 });
    expect(ask("NL", { category: "reduced", at: from("2030-01-01") })).toMatchObject({ basisPoints: 2100 });
    expect(ask("DE", { category: "reduced" })).toMatchObject({ basisPoints: 1900, country: "DE" });
  });

  it("is refused where tax is due and no rate holds: none was entered, it has ended, or has not begun", () => {
    for (const country of ["SE", "BE", "AT"]) {
      expect(() => ask(country), country).toThrow(/There is no active tax rate for/);
      expect(() => ask(country, { category: "reduced" }), country).toThrow(/There is no active tax rate for/);
    }
    expect(() => ask("CH", { seller: "CH" })).toThrow(/Switzerland/);
  });

  it("tells a rate of zero, no tax at all, reverse charge and a seller without any rates apart", () => {
    expect(ask("LU")).toMatchObject({ basisPoints: 0, country: "LU", reverseCharge: false });
    expect(ask("NL", { category: "none" })).toEqual(untaxed);
    expect(ask("DE", { category: "none", vatId: "DE312456782" })).toEqual(untaxed);
    expect(ask("SE", { category: "none" })).toEqual(untaxed);
    expect(ask("US", { seller: "US" })).toEqual(untaxed);
    expect(ask("NL", { seller: "US" })).toEqual(untaxed);
  });

  it("knows Greece by the letters of its VAT ids", () => {
    expect(vatCountry("EL094259216")).toBe("GR");
    expect(ask("GR", { vatId: "EL094259216" })).toMatchObject({ reverseCharge: true, country: "GR" });
    expect(vatCountry("hello")).toBeNull();
    expect(vatCountry(null)).toBeNull();
  });
});

describe("a territory that counts as a country's", () => {
  it("has its tax: Monaco that of France, the Isle of Man that of the United Kingdom", () => {
    expect(ask("MC", { postalCode: "98000" })).toEqual({
      basisPoints: 2000,
      country: "FR",
      reverseCharge: false,
      name: "TVA",
    });
    expect(ask("FR", { postalCode: "98000" })).toMatchObject({ basisPoints: 2000, country: "FR" });
    expect(ask("MC", { seller: "FR" })).toMatchObject({ basisPoints: 2000, country: "FR" });
    expect(ask("NL", { seller: "MC" })).toMatchObject({ basisPoints: 2100, country: "NL" });
    expect(ask("IM", { seller: "GB" })).toMatchObject({ basisPoints: 2000, country: "GB" });
    expect(ask("GB", { seller: "IM" })).toMatchObject({ basisPoints: 2000, country: "GB" });
    expect(ask("IM")).toEqual(untaxed);
  });

  it("has its VAT ids: a business in Monaco accounts for the tax itself, by a French one", () => {
    expect(ask("MC", { vatId: "FR40303265045" })).toMatchObject({ reverseCharge: true, country: "FR" });
    expect(ask("MC", { vatId: "FR40303265045", seller: "FR" })).toMatchObject({
      reverseCharge: false,
      basisPoints: 2000,
    });
  });

  it("is Northern Ireland for services: outside of the union, and at home for a British seller", () => {
    expect(ask("GB", { postalCode: "BT1 5GS", vatId: "XI110305878" })).toEqual(untaxed);
    expect(ask("GB", { postalCode: "BT1 5GS", seller: "GB" })).toMatchObject({ basisPoints: 2000, country: "GB" });
  });

  it.each([
    "AX",
    "GP",
    "MQ",
    "RE",
    "GF",
    "YT",
    "MF",
    "BL",
    "PM",
    "NC",
    "PF",
    "FO",
    "GL",
    "SM",
    "VA",
    "AD",
    "GI",
    "JE",
    "GG",
    "AW",
  ])("outside of the union has no tax: %s", (country) => expect(ask(country)).toEqual(untaxed));

  it.each([
    ["the Canary Islands", "ES", "35001"],
    ["the Canary Islands", "ES", "E-38660"],
    ["Ceuta", "ES", "51001"],
    ["Melilla", "ES", "52006"],
    ["Büsingen", "DE", "78266"],
    ["Heligoland", "DE", "D-27498"],
    ["Livigno", "IT", "23041"],
    ["Livigno, as it was written before", "IT", "23030"],
    ["Campione d'Italia", "IT", "22061"],
    ["Mount Athos", "GR", "630 86"],
    ["Åland", "FI", "22100"],
    ["Réunion", "FR", "97400"],
    ["New Caledonia", "FR", "98800"],
  ])("is told by its postal code: %s (%s %s) has no tax", (_, country, postalCode) => {
    expect(ask(country, { postalCode })).toEqual(untaxed);
    // Within the country too, and for a business.
    expect(ask(country, { postalCode, seller: country })).toEqual(untaxed);
    expect(ask(country, { postalCode, vatId: "DE312456782" })).toEqual(untaxed);
  });

  it.each([
    ["ES", "28001"],
    ["ES", "03501"],
    ["DE", "78267"],
    ["DE", "27499"],
    ["IT", "23032"],
    ["GR", "63088"],
    ["FI", "00220"],
    ["FR", "20000"],
    ["PT", "9000-018"],
    ["CY", "BFPO 57"],
    ["ES", ""],
  ])("ends where it ends: %s %s is taxed", (country, postalCode) => {
    expect(ask(country, { postalCode })).toMatchObject({ country, reverseCharge: false });
    expect(ask(country, { postalCode }).basisPoints).toBeGreaterThan(0);
  });
});
