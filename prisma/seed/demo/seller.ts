import type { OwnerDatabase } from "../builders/owner-database";

/** EU standard rates in basis points from a given day; a country's later row replaces the earlier one. */
const standardRates = `
  AT MwSt. 2000 2016-01-01 | BE BTW 2100 1996-01-01 | BG ДДС 2000 1999-01-01 | CY ΦΠΑ 1900 2014-01-13
  CZ DPH 2100 2013-01-01 | DE MwSt. 1900 2021-01-01 | DK moms 2500 1992-01-01 | ES IVA 2100 2012-09-01
  EE käibemaks 2000 2009-07-01 2024-01-01 | EE käibemaks 2200 2024-01-01 2025-07-01 | EE käibemaks 2400 2025-07-01
  FI ALV 2400 2013-01-01 2024-09-01 | FI ALV 2550 2024-09-01 | FR TVA 2000 2014-01-01 | GR ΦΠΑ 2400 2016-06-01
  HR PDV 2500 2012-03-01 | HU ÁFA 2700 2012-01-01 | IE VAT 2300 2021-03-01 | IT IVA 2200 2013-10-01
  LT PVM 2100 2009-09-01 | LU TVA 1600 2023-01-01 2024-01-01 | LU TVA 1700 2024-01-01 | LV PVN 2100 2012-07-01
  MT VAT 1800 2004-01-01 | NL btw 2100 2012-10-01 | PL VAT 2300 2011-01-01 | PT IVA 2300 2011-01-01
  RO TVA 1900 2017-01-01 2025-08-01 | RO TVA 2100 2025-08-01 | SE moms 2500 1990-07-01 | SI DDV 2200 2013-07-01
  SK DPH 2000 2011-01-01 2025-01-01 | SK DPH 2300 2025-01-01`;

const rateRows = standardRates.split(/[|\n]/).flatMap((row) => {
  const [country = "", name = "", basisPoints, from, until] = row.trim().split(" ");
  if (country === "") return [];
  return [
    {
      country,
      name,
      basisPoints: Number(basisPoints),
      validFrom: new Date(`${from}T00:00:00Z`),
      validUntil: until === undefined ? null : new Date(`${until}T00:00:00Z`),
    },
  ];
});

/** The seller, and the tax rates per country. */
export async function seedSeller(db: OwnerDatabase): Promise<void> {
  await db.legalEntity.create({
    data: {
      name: "Portcullis Hosting B.V.",
      lines: ["Wilhelminakade 173", "3072 AP Rotterdam"],
      country: "NL",
      vatId: "NL861234560B01",
      registration: "KvK 24481632",
      email: "accounts@portcullis.example",
      phone: "+31 10 555 0100",
      bankName: "Rotterdamsche Handelsbank",
      iban: "NL02 RHBK 0417 1643 00",
      bic: "RHBKNL2R",
      isDefault: true,
    },
  });
  await db.taxRate.createMany({ data: rateRows });
}
