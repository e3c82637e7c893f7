import type { OwnerDatabase } from "../builders/owner-database";

const since = new Date("2021-01-01T00:00:00Z");

/** Who sells in the demo, what tax it takes from whom, and where its invoice numbers stand. */
export async function seedSeller(db: OwnerDatabase, now: Date): Promise<void> {
  if ((await db.legalEntity.count({ where: { isDefault: true } })) > 0) return;
  const { id } = await db.legalEntity.create({
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
  const year = now.getUTCFullYear();
  await db.numberSeries.createMany({
    data: [
      { legalEntityId: id, kind: "invoice", year, prefix: "INV", next: 4238 },
      { legalEntityId: id, kind: "creditNote", year, prefix: "CN", next: 112 },
    ],
  });
  await db.taxRate.createMany({
    data: rates.map(([country, name, basisPoints]) => ({ country, name, basisPoints, validFrom: since })),
    skipDuplicates: true,
  });
}

/** The standard rates of some countries of the union. */
const rates: readonly (readonly [country: string, name: string, basisPoints: number])[] = [
  ["AT", "USt.", 2000],
  ["BE", "TVA/BTW", 2100],
  ["DE", "MwSt.", 1900],
  ["DK", "Moms", 2500],
  ["ES", "IVA", 2100],
  ["FR", "TVA", 2000],
  ["IE", "VAT", 2300],
  ["IT", "IVA", 2200],
  ["LU", "TVA", 1700],
  ["NL", "VAT", 2100],
  ["PL", "VAT", 2300],
  ["SE", "Moms", 2500],
];
