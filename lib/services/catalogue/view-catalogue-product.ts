import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { availabilityOf } from "./availability";
import { type DatedPrice, staffProduct } from "./schema";

/** A product with everything staff can change, and its former prices. */
export const viewCatalogueProduct = defineQuery({
  name: "catalogue.view",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "View a product with its options and all its prices",
  activity: "view a product of the catalogue",
  input: z.object({ productId: id }),
  output: staffProduct,
  http: { method: "GET", path: "/staff/products/{productId}" },
  run: async ({ db }, { productId }) => {
    const found = await db.product.findUnique({ where: { id: productId }, select: columns });
    if (found === null) throw notFound(t("Product not found."));
    const { family, active, hidden, prices, options, _count, ...product } = found;
    return {
      ...product,
      category: family,
      availability: availabilityOf({ active, hidden }),
      prices: prices.map(present),
      options: options.map(({ choices, ...option }) => ({
        ...option,
        choices: choices.map((choice) => ({ ...choice, prices: choice.prices.map(present) })),
      })),
      services: _count.services,
    };
  },
});

/** Former prices of a product shown with it; older ones are in the activity log. */
const MOST_PRICES = 100;

const prices = {
  select: {
    id: true,
    currency: true,
    interval: true,
    priceMinor: true,
    setupMinor: true,
    since: true,
    endedAt: true,
  },
  orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { currency: "asc" }, { interval: "asc" }],
  take: MOST_PRICES,
} satisfies Prisma.Product$pricesArgs & Prisma.ProductOptionChoice$pricesArgs;

const columns = {
  id: true,
  slug: true,
  name: true,
  description: true,
  family: true,
  taxCategory: true,
  hasLogin: true,
  position: true,
  active: true,
  hidden: true,
  pictureId: true,
  version: true,
  prices,
  options: {
    select: {
      id: true,
      name: true,
      position: true,
      archived: true,
      choices: {
        select: { id: true, name: true, isDefault: true, archived: true, prices },
        orderBy: { position: "asc" },
      },
    },
    orderBy: [{ archived: "asc" }, { position: "asc" }, { name: "asc" }],
  },
  _count: { select: { services: { where: { status: { not: "cancelled" } } } } },
} satisfies Prisma.ProductSelect;

type Row = Prisma.ProductPriceGetPayload<typeof prices>;

const present = ({ id: priceId, currency, interval, priceMinor, setupMinor, since, endedAt }: Row): DatedPrice => ({
  id: priceId,
  ...money(priceMinor, currency),
  term: interval,
  setupMinor: Number(setupMinor),
  since: iso(since),
  endedAt: isoOrNull(endedAt),
});
