import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";

const priceFields = { interval: true, currency: true, priceMinor: true, setupMinor: true } as const;

/** A product as sold in one currency: prices in others, and former ones, are not read. */
const fieldsIn = (currency: string) =>
  ({
    id: true,
    slug: true,
    name: true,
    description: true,
    family: true,
    taxCategory: true,
    position: true,
    pictureId: true,
    category: { select: { position: true } },
    prices: { where: { currency, endedAt: null }, select: priceFields, orderBy: { interval: "asc" } },
    options: {
      where: { archived: false },
      select: {
        slug: true,
        name: true,
        choices: {
          where: { archived: false },
          select: {
            slug: true,
            name: true,
            isDefault: true,
            prices: { where: { currency, endedAt: null }, select: priceFields, orderBy: { interval: "asc" } },
          },
          orderBy: { position: "asc" },
        },
      },
      orderBy: { position: "asc" },
    },
  }) satisfies Prisma.ProductSelect;

export type CatalogueProduct = Prisma.ProductGetPayload<{ select: ReturnType<typeof fieldsIn> }>;
export type CataloguePrice = CatalogueProduct["prices"][number];

/** The products sold in a currency, in the order that staff gave them; otherwise by category, cheapest first. */
export async function loadCatalogue(
  db: ScopedDb,
  currency: string,
  filter: Prisma.ProductWhereInput = {},
): Promise<CatalogueProduct[]> {
  const products = await db.product.findMany({
    where: { AND: [{ active: true, prices: { some: { currency, endedAt: null } } }, filter] },
    select: fieldsIn(currency),
    orderBy: [{ family: "asc" }, { name: "asc" }],
  });
  return products.sort(inOrder);
}

const inOrder = (a: CatalogueProduct, b: CatalogueProduct): number =>
  a.category.position - b.category.position ||
  a.family.localeCompare(b.family, "en") ||
  a.position - b.position ||
  lowest(a) - lowest(b);

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
