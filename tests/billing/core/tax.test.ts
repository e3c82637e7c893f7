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
  rate("DK", 2500),
  rate("IT", 2200),
  rate("GR", 2400),
  rate("FI", 2550),
  rate("PT", 2300),
  rate("CY", 1900),
  rate("GB", 2000),
  rate("LU", 0),
  // Starts after the day of the sale.
  rate("AT", 2000, { validFrom: from("2027-01-01") }),
  // Has ended without a successor.
  rate("BE", 2100, { validUntil: from("2026-01-01") }),
  rate("CH", 810, { validUntil: from("2026-01-01") }),
];

interface Sale {
  readonly postalCode?: string;
  readonly city?: string;
  readonly vatId?: string | null;
  readonly seller?: string;
  readonly category?: string;
  readonly at?: Date;
}

const ask = (country: string, { postalCode = "", city = "", vatId = null, seller = "NL", ...more }: Sale = {}) =>
  taxFor({
    sellerCountry: seller,
    buyer: { country, postalCode, city, vatId },
    category: "standard",
    rates,
    at: from("2026-06-01"),
    ...more,
  });

const untaxed = { basisPoints: 0, country: null, reverseCharge: false, name: "No tax" };

describe("the tax on a sale", () => {
  it("is the seller's rate for domestic sales, with and without a VAT ID", () => {
    const expected = { basisPoints: 2100, country: "NL", reverseCharge: false, name: "VAT" };
    expect(ask("NL")).toEqual(expected);
    expect(ask("NL", { vatId: "NL859417232B01" })).toEqual(expected);
  });

  it("is reverse-charged for an EU business with a valid VAT ID of its own country", () => {
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

  it("is the buyer's rate for an EU private person, and none outside the EU", () => {
    expect(ask("DE")).toEqual({ basisPoints: 1900, country: "DE", reverseCharge: false, name: "MwSt." });
    expect(ask("US")).toEqual(untaxed);
    expect(ask("US", { vatId: "DE312456782" })).toEqual(untaxed);
  });

  it("changes on the first day of a new rate", () => {
    expect(ask("NL", { at: new Date("2012-09-30T23:59:59.999Z") })).toMatchObject({ basisPoints: 1900 });
    expect(ask("NL", { at: from("2012-10-01") })).toMatchObject({ basisPoints: 2100 });
    expect(ask("NL", { category: "reduced", at: from("2019-01-01") })).toMatchObject({ basisPoints: 900 });
    expect(ask("NL", { category: "reduced", at: new Date("2018-12-31T23:59:59.999Z") })).toMatchObject({
      basisPoints: 2100,
    });
    expect(ask("AT", { at: from("2027-01-01") })).toMatchObject({ basisPoints: 2000 });
  });

  it("uses the later of two overlapping rates", () => {
    const doubled = [...rates, rate("DE", 1600, { validFrom: from("2026-05-01") }), rate("DE", 700)];
    const sale = { sellerCountry: "NL", buyer: { country: "DE", vatId: null }, category: "standard" };
    expect(taxFor({ ...sale, rates: doubled, at: from("2026-06-01") })).toMatchObject({ basisPoints: 1600 });
    expect(taxFor({ ...sale, rates: doubled.reverse(), at: from("2026-06-01") })).toMatchObject({ basisPoints: 1600 });
  });

  it("uses the standard rate if a country has no active reduced rate", () => {
    expect(ask("NL", { category: "reduced" })).toMatchObject({ basisPoints: 900 });
    expect(ask("NL", { category: "reduced", at: from("2030-01-01") })).toMatchObject({ basisPoints: 2100 });
    expect(ask("DE", { category: "reduced" })).toMatchObject({ basisPoints: 1900, country: "DE" });
  });

  it("fails if tax is due but no rate is active: missing, ended or not started", () => {
    for (const country of ["SE", "BE", "AT"]) {
      expect(() => ask(country), country).toThrow(/There is no active tax rate for/);
      expect(() => ask(country, { category: "reduced" }), country).toThrow(/There is no active tax rate for/);
    }
    expect(() => ask("CH", { seller: "CH" })).toThrow(/Switzerland/);
  });

  it("distinguishes a zero rate, no tax, reverse charge and a seller without rates", () => {
    expect(ask("LU")).toMatchObject({ basisPoints: 0, country: "LU", reverseCharge: false });
    expect(ask("NL", { category: "none" })).toEqual(untaxed);
    expect(ask("DE", { category: "none", vatId: "DE312456782" })).toEqual(untaxed);
    expect(ask("SE", { category: "none" })).toEqual(untaxed);
    expect(ask("US", { seller: "US" })).toEqual(untaxed);
    expect(ask("NL", { seller: "US" })).toEqual(untaxed);
  });

  it("recognises Greece by its VAT ID prefix", () => {
    expect(vatCountry("EL094259216")).toBe("GR");
    expect(ask("GR", { vatId: "EL094259216" })).toMatchObject({ reverseCharge: true, country: "GR" });
    expect(vatCountry("hello")).toBeNull();
    expect(vatCountry(null)).toBeNull();
  });
});

describe("a territory treated as part of a country", () => {
  it("uses its tax: Monaco that of France, the Isle of Man that of the United Kingdom", () => {
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

  it("uses its VAT IDs: a business in Monaco reverse-charges with a French one", () => {
    expect(ask("MC", { vatId: "FR40303265045" })).toMatchObject({ reverseCharge: true, country: "FR" });
    expect(ask("MC", { vatId: "FR40303265045", seller: "FR" })).toMatchObject({
      reverseCharge: false,
      basisPoints: 2000,
    });
  });

  it("treats Northern Ireland as outside the EU for services, and as domestic for a British seller", () => {
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
  ])("outside the EU has no tax: %s", (country) => expect(ask(country)).toEqual(untaxed));

  it.each([
    ["the Canary Islands", "ES", "35001"],
    ["the Canary Islands", "ES", "E-38660"],
    ["Ceuta", "ES", "51001"],
    ["Melilla", "ES", "52006"],
    ["Büsingen", "DE", "78266"],
    ["Heligoland", "DE", "D-27498"],
    ["Livigno", "IT", "23041"],
    ["Campione d'Italia", "IT", "22061"],
    ["San Marino", "IT", "47890"],
    ["the Vatican", "IT", "00120"],
    ["Greenland", "DK", "3900"],
    ["Mount Athos", "GR", "630 86"],
    ["Åland", "FI", "22100"],
    ["Réunion", "FR", "97400"],
    ["New Caledonia", "FR", "98800"],
  ])("is identified by postal code: %s (%s %s) has no tax", (_, country, postalCode) => {
    expect(ask(country, { postalCode })).toEqual(untaxed);
    // Also for domestic sales, and for a business.
    expect(ask(country, { postalCode, seller: country })).toEqual(untaxed);
    expect(ask(country, { postalCode, vatId: "DE312456782" })).toEqual(untaxed);
  });

  it.each([
    ["Jersey", "je2 3ab"],
    ["Guernsey", "GY1 1AA"],
    ["Gibraltar", "GX11 1AA"],
  ])("is identified by a British postcode: %s (%s) has no tax from a British seller", (_, postalCode) => {
    expect(ask("GB", { postalCode, seller: "GB" })).toEqual(untaxed);
  });

  it("is identified by a postal code it used to share only together with its name", () => {
    expect(ask("IT", { postalCode: "23030", city: "Livigno (SO)" })).toEqual(untaxed);
    expect(ask("IT", { postalCode: "22060", city: "CAMPIONE D’ITALIA" })).toEqual(untaxed);
    for (const [postalCode, city] of [
      ["23030", "Valfurva"],
      ["22060", "Cabiate"],
      ["22060", ""],
      ["20121", "Livigno"],
    ] as const)
      expect(ask("IT", { postalCode, city })).toMatchObject({ basisPoints: 2200, country: "IT" });
  });

  it.each([
    ["ES", "28001"],
    ["ES", "03501"],
    ["DE", "78267"],
    ["DE", "27499"],
    ["IT", "23032"],
    ["IT", "47900"],
    ["DK", "4000"],
    ["GR", "63088"],
    ["FI", "00220"],
    ["FR", "20000"],
    ["PT", "9000-018"],
    ["CY", "BFPO 57"],
    ["ES", ""],
  ])("doesn't include neighbouring postal codes: %s %s is taxed", (country, postalCode) => {
    expect(ask(country, { postalCode })).toMatchObject({ country, reverseCharge: false });
    expect(ask(country, { postalCode }).basisPoints).toBeGreaterThan(0);
  });
});
