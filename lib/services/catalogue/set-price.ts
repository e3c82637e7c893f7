import { z } from "zod";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { currency } from "@/lib/platform/kernel/currencies";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { minorOf, optionalAmount, typedAmount } from "@/lib/platform/kernel/typed-amount";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { term } from "@/lib/services/core/schema";

const input = z.object({
  productId: id,
  choiceId: id.optional().describe("A choice of one of its options, for what it adds to the price"),
  currency,
  term,
  price: typedAmount.describe("Per term, excluding tax, in the unit of the currency"),
  setup: optionalAmount.describe("Charged once, excluding tax; empty for none"),
});

/**
 * Sets what new orders cost. The price before it is ended and kept, and what was ordered at it keeps it through all
 * renewals.
 */
export const setPrice = defineCommand({
  name: "catalogue.set-price",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Set the price of a product, or of a choice, for new orders",
  activity: "set a price",
  input,
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/products/{productId}/prices", status: 201 },
  run: async ({ db, realNow: now }, { productId, choiceId, ...given }) => {
    const { name } = await priced(db, productId, choiceId);
    const of = { currency: given.currency, interval: given.term };
    const priceMinor = minorOf(given.price, given.currency, "price");
    const setupMinor = given.setup === "" ? 0n : minorOf(given.setup, given.currency, "setup");
    const data = { ...of, priceMinor, setupMinor, since: now };
    const current = { ...of, endedAt: null };
    const priceId = await alone(async () => {
      if (choiceId === undefined) {
        await db.productPrice.updateMany({ where: { ...current, productId }, data: { endedAt: now } });
        return db.productPrice.create({ data: { ...data, productId }, select: { id: true } });
      }
      await db.optionChoicePrice.updateMany({ where: { ...current, choiceId }, data: { endedAt: now } });
      return db.optionChoicePrice.create({ data: { ...data, choiceId }, select: { id: true } });
    });
    return {
      output: priceId,
      audit: {
        summary: say("Set the price of {name} to {price} {currency} per {term, select, month {month} other {year}}", {
          name,
          price: given.price,
          currency: given.currency,
          term: given.term,
        }),
        target: { type: "product", id: productId },
        details: { ...given, choiceId },
      },
    };
  },
});

/** What gets the price. Throws `not-found` if there is no such product, or it has no such choice. */
async function priced(db: ScopedDb, productId: string, choiceId: string | undefined): Promise<{ name: string }> {
  const found =
    choiceId === undefined
      ? await db.product.findUnique({ where: { id: productId }, select: { name: true } })
      : await db.productOptionChoice.findFirst({
          where: { id: choiceId, option: { productId } },
          select: { name: true },
        });
  if (found === null) throw notFound(t("Product or choice not found."));
  return found;
}

/** The database allows one current price: of two set at once, one is refused. */
async function alone<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("conflict", t("Someone else has just changed this price. Review it and try again."));
  }
}
