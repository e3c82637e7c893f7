import type { BillingInterval } from "@/lib/platform/db/generated/enums";
import type { OwnerDatabase } from "../builders/owner-database";
import { catalogue, type DemoChoice, type DemoProduct } from "./catalogue";

const CURRENCIES = ["EUR", "USD", "GBP"] as const;

/** The catalogue in three currencies. Existing products are left unchanged. */
export async function seedProducts(db: OwnerDatabase): Promise<void> {
  for (const product of catalogue) {
    if ((await db.product.count({ where: { slug: product.slug } })) === 0) await seedProduct(db, product);
  }
}

async function seedProduct(db: OwnerDatabase, product: DemoProduct): Promise<void> {
  const { slug, name, description, family, hasLogin = true, options = {} } = product;
  await db.product.create({
    data: {
      slug,
      name,
      description,
      family,
      hasLogin,
      prices: { createMany: { data: pricesOf(product) } },
      options: {
        create: Object.entries(options).map(([title, choices], position) => ({
          slug: title.toLowerCase(),
          name: title,
          position,
          choices: { create: choices.map((choice, order) => choiceRow(choice, order)) },
        })),
      },
    },
  });
}

const choiceRow = (choice: DemoChoice, position: number) => ({
  slug: choice.slug,
  name: choice.name,
  position,
  isDefault: position === 0,
  prices: { createMany: { data: pricesOf(choice) } },
});

/** One row per currency and interval; two months of a year are free. */
function pricesOf({ month, year, setup }: Pick<DemoProduct, "month" | "year" | "setup">) {
  const aYear = year ?? month?.map((amount) => amount * 10);
  const rows: [BillingInterval, readonly number[] | undefined][] = [
    ["month", month],
    ["year", aYear],
  ];
  return rows.flatMap(([interval, amounts]) =>
    (amounts ?? []).map((amount, index) => ({
      currency: CURRENCIES[index] ?? "EUR",
      interval,
      priceMinor: BigInt(amount),
      setupMinor: BigInt(setup?.[index] ?? 0),
    })),
  );
}
