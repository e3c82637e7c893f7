import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import type { Coupon, Product } from "./plan-model";

const price = (cents: number, setup = 0) => ({ price: BigInt(cents), setup: BigInt(setup) });

/** Prices that do not divide well, a family of two tax rates, products that are sold for one interval alone. */
export const products: readonly Product[] = [
  { slug: "small", family: "Servers", category: "standard", prices: { month: price(1_299), year: price(12_990) } },
  {
    slug: "medium",
    family: "Servers",
    category: "standard",
    prices: { month: price(2_477, 501), year: price(24_770, 333) },
  },
  {
    slug: "large",
    family: "Servers",
    category: "reduced",
    prices: { month: price(6_991), year: price(69_910, 9_900) },
  },
  { slug: "tiny", family: "Servers", category: "standard", prices: { month: price(7) } },
  { slug: "domain", family: "Names", category: "standard", prices: { year: price(1_451) } },
  {
    slug: "mailbox",
    family: "Names",
    category: "reduced",
    prices: { month: price(199, 100), year: price(1_999, 100) },
  },
];

export const coupons: readonly Coupon[] = [
  { code: "SHARE", basisPoints: 1_500, amount: null, times: 1 },
  { code: "THIRD", basisPoints: 3_333, amount: null, times: 3 },
  { code: "ALWAYS", basisPoints: null, amount: 450n, times: null },
];

/** Offers all of it; the portal's ids of the products, by slug. */
export async function sell(db: OwnerDatabase): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { slug, family, category: taxCategory, prices } of products) {
    const rows = Object.entries(prices).map(([interval, { price: priceMinor, setup: setupMinor }]) => ({
      interval: interval as "month" | "year",
      currency: "EUR",
      priceMinor,
      setupMinor,
    }));
    const data = { slug, name: slug, description: "", family, taxCategory, prices: { create: rows } };
    ids.set(slug, (await db.product.create({ data, select: { id: true } })).id);
  }
  await db.coupon.createMany({
    data: coupons.map(({ code, basisPoints, amount, times: invoices }) => {
      const of = amount === null ? {} : { amountMinor: amount, currency: "EUR" };
      return { code, name: code, basisPoints, invoices, ...of };
    }),
  });
  return ids;
}
