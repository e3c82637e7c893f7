import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";

const priceFields = { interval: true, currency: true, priceMinor: true, setupMinor: true } as const;

/** A product as sold in one currency: prices in others are not read. */
const fieldsIn = (currency: string) =>
  ({
    id: true,
    slug: true,
    name: true,
    description: true,
    family: true,
    taxCategory: true,
    prices: { where: { currency }, select: priceFields, orderBy: { interval: "asc" } },
    options: {
      select: {
        slug: true,
        name: true,
        choices: {
          select: {
            slug: true,
            name: true,
            isDefault: true,
            prices: { where: { currency }, select: priceFields, orderBy: { interval: "asc" } },
          },
          orderBy: { position: "asc" },
        },
      },
      orderBy: { position: "asc" },
    },
  }) satisfies Prisma.ProductSelect;

export type CatalogueProduct = Prisma.ProductGetPayload<{ select: ReturnType<typeof fieldsIn> }>;
export type CataloguePrice = CatalogueProduct["prices"][number];

/** The products sold in a currency, by family, cheapest first. */
export async function loadCatalogue(
  db: ScopedDb,
  currency: string,
  filter: Prisma.ProductWhereInput = {},
): Promise<CatalogueProduct[]> {
  const products = await db.product.findMany({
    where: { AND: [{ active: true, prices: { some: { currency } } }, filter] },
    select: fieldsIn(currency),
    orderBy: [{ family: "asc" }, { name: "asc" }],
  });
  return products.sort((a, b) => a.family.localeCompare(b.family, "en") || lowest(a) - lowest(b));
}

const lowest = ({ prices }: CatalogueProduct): number => Math.min(...prices.map((price) => Number(price.priceMinor)));

/** Null if it isn't sold, or not in this currency. */
export async function loadProduct(db: ScopedDb, id: string, currency: string): Promise<CatalogueProduct | null> {
  const [product] = await loadCatalogue(db, currency, { id });
  return product ?? null;
}

/** The account's currency, in which prices are offered. */
export async function currencyOf(db: ScopedDb, accountId: string): Promise<string> {
  const { currency } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { currency: true } });
  return currency;
}
