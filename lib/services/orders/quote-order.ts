import { z } from "zod";
import type { InvoiceToDraft } from "@/lib/billing/core/invoicing/draft-contents";
import { quoteInvoice } from "@/lib/billing/core/invoicing/quote-invoice";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { couponByCode, type RedeemableCoupon } from "@/lib/billing/core/pricing/coupon-code";
import { id } from "@/lib/platform/kernel/ids";
import { lesser, money } from "@/lib/platform/kernel/money";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type CatalogueProduct, currencyOf, loadProduct } from "@/lib/services/core/catalogue";
import { choosePlan, type Plan } from "@/lib/services/core/plan";
import { presentInvoice } from "@/lib/services/core/present-invoice";
import { presentProduct } from "@/lib/services/core/present-product";
import { serviceName, term, wantedOptions } from "@/lib/services/core/schema";
import { couponCode, type OrderQuote, orderQuote, useCredit } from "@/lib/services/orders/schema";
import { orderLines } from "./order-lines";

const input = z.object({
  productId: id,
  term: term.optional().describe("Defaults to the product's shortest term"),
  options: wantedOptions,
  name: z.string().trim().max(120).default(""),
  coupon: couponCode,
  useCredit,
});

/** Previews an order. Errors are returned by field, next to the valid parts. */
export const quoteOrder = defineQuery({
  name: "services.quote-order",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "Calculate the price of an order",
  activity: "price an order",
  input,
  output: orderQuote,
  http: { method: "GET", path: "/accounts/{accountId}/products/{productId}/quote" },
  async run(context, { productId, name, ...wanted }) {
    const currency = await currencyOf(context.db, context.account.id);
    const product = await loadProduct(context.db, productId, currency);
    const first = product?.prices[0];
    if (product === null || first === undefined) throw notFound(t("Product not found."));
    const mistakes: Record<string, string> = {};
    if (!serviceName.safeParse(name).success) mistakes.name = t("Enter a name.");
    const plan = planOr(product, first.interval, wanted, mistakes);
    const coupon = await couponOr(context, wanted.coupon, currency, mistakes);
    const lines = orderLines(product, plan, { name });
    const priced = canSome(context.viewer, "billing.prices.view");
    const redeemed = coupon?.held ? null : coupon;
    return {
      product: presentProduct(product, priced),
      term: plan.interval,
      options: plan.options.map((chosen) => ({ name: nameOf(product, chosen.option), choice: chosen.name })),
      coupon: coupon?.name ?? null,
      mistakes,
      ...(priced ? await priceOf(context, { currency, lines }, redeemed, wanted.useCredit) : {}),
    };
  },
});

async function priceOf(
  context: Context<"account">,
  wanted: InvoiceToDraft,
  redeemed: RedeemableCoupon | null,
  useCredit: boolean,
): Promise<Pick<OrderQuote, "invoice" | "credit">> {
  const quote = await quoteInvoice(context, wanted, { redeemed });
  const invoice = presentInvoice(quote, wanted.currency);
  if (!canSome(context.viewer, "billing.credit.view")) return { invoice };
  const available = (await creditBalance(context)).get(wanted.currency) ?? 0n;
  if (available <= 0n) return { invoice };
  const used = useCredit ? lesser(available, quote.totals.totalMinor) : 0n;
  const amount = (minor: bigint) => money(minor, wanted.currency);
  return {
    invoice,
    credit: { available: amount(available), used: amount(used), due: amount(quote.totals.totalMinor - used) },
  };
}

type Wanted = Pick<z.output<typeof input>, "term" | "options">;
type Mistakes = Record<string, string>;

/** The selected plan, or the default one if the selection is invalid. */
function planOr(product: CatalogueProduct, usual: Plan["interval"], { term, options }: Wanted, mistakes: Mistakes) {
  try {
    return choosePlan(product, term ?? usual, options);
  } catch (error) {
    note(error, mistakes);
    return choosePlan(product, usual, {});
  }
}

async function couponOr(
  context: Context<"account">,
  code: string,
  currency: string,
  mistakes: Mistakes,
): Promise<RedeemableCoupon | null> {
  if (code === "") return null;
  try {
    return await couponByCode(context, code, currency);
  } catch (error) {
    note(error, mistakes);
    return null;
  }
}

function note(error: unknown, mistakes: Mistakes): void {
  if (!(error instanceof Problem) || error.code !== "invalid") throw error;
  for (const [field, [message = ""]] of Object.entries(error.extra.fields ?? {})) mistakes[field] = message;
}

const nameOf = (product: CatalogueProduct, option: string): string =>
  product.options.find(({ slug }) => slug === option)?.name ?? option;
