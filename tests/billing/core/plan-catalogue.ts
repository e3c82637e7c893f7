import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import type { Backup, Coupon, Prices, Product } from "./plan-model";

const price = (cents: number, setup = 0) => ({ price: BigInt(cents), setup: BigInt(setup) });

const none: Backup = { slug: "none", prices: {} };
/** Charged only for the monthly interval. */
const daily: Backup = { slug: "daily", prices: { month: price(333) } };
const hourly: Backup = { slug: "hourly", prices: { month: price(1_001, 77), year: price(9_999, 77) } };

/**
 * Prices that don't divide evenly, a family with two tax rates and different choices, and products sold for one
 * interval only.
 */
export const products: readonly Product[] = [
  {
    slug: "small",
    family: "Servers",
    category: "standard",
    prices: { month: price(1_299), year: price(12_990) },
    backups: [none, daily],
  },
  {
    slug: "medium",
    family: "Servers",
    category: "standard",
    prices: { month: price(2_477, 501), year: price(24_770, 333) },
    backups: [daily, none, hourly],
  },
  {
    slug: "large",
    family: "Servers",
    category: "reduced",
    prices: { month: price(6_991), year: price(69_910, 9_900) },
    backups: [hourly, daily],
  },
  { slug: "tiny", family: "Servers", category: "standard", prices: { month: price(7) }, backups: [] },
  { slug: "domain", family: "Names", category: "standard", prices: { year: price(1_451) }, backups: [] },
  {
    slug: "mailbox",
    family: "Names",
    category: "reduced",
    prices: { month: price(199, 100), year: price(1_999, 100) },
    backups: [],
  },
];

export const coupons: readonly Coupon[] = [
  { code: "SHARE", basisPoints: 1_500, amount: null, times: 1 },
  { code: "THIRD", basisPoints: 3_333, amount: null, times: 3 },
  { code: "ALWAYS", basisPoints: null, amount: 450n, times: null },
];

/** Creates all products; returns their ids by slug. */
export async function sell(db: OwnerDatabase): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { slug, family, category: taxCategory, prices, backups } of products) {
    const choices = backups.map((one, position) => ({
      slug: one.slug,
      name: one.slug,
      position,
      isDefault: position === 0,
      prices: { create: rowsOf(one.prices) },
    }));
    const backup = { slug: "backup", name: "Backup", position: 0, choices: { create: choices } };
    const options = { create: choices.length > 0 ? [backup] : [] };
    const data = {
      slug,
      name: slug,
      description: "",
      family,
      taxCategory,
      options,
      prices: { create: rowsOf(prices) },
    };
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

const rowsOf = (prices: Prices) =>
  Object.entries(prices).map(([interval, { price: priceMinor, setup: setupMinor }]) => ({
    interval: interval as "month" | "year",
    currency: "EUR",
    priceMinor,
    setupMinor,
  }));
