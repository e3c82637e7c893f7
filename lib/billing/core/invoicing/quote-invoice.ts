import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { HeldCoupon } from "@/lib/billing/core/pricing/discount";
import { heldCoupons } from "@/lib/billing/core/pricing/held-coupons";
import { type PricedLine, priceLines } from "@/lib/billing/core/pricing/price-lines";
import type { Totals } from "@/lib/billing/core/pricing/totals";
import { loadSeller } from "@/lib/billing/core/tax/parties";
import type { InvoiceToDraft } from "./draft-contents";

export interface Quote {
  readonly lines: readonly PricedLine[];
  readonly totals: Totals;
  readonly reverseCharge: boolean;
}

interface QuotedCoupons {
  /** One to be redeemed with the invoice, after those the account holds. */
  readonly redeemed?: HeldCoupon | null;
  /** Invoices still to come before this one that use each held coupon once. */
  readonly usedBefore?: number;
}

/**
 * What an invoice of these lines would contain if drafted now; nothing is saved and no coupon is used up.
 *
 * @throws Problem `conflict` if no seller is set up
 */
export async function quoteInvoice(
  work: BillingContext,
  { currency, lines, taxMode = "exclusive" }: InvoiceToDraft,
  { redeemed, usedBefore }: QuotedCoupons = {},
): Promise<Quote> {
  const { db, account, now } = work;
  const buyer = await db.account.findUniqueOrThrow({ where: { id: account.id } });
  const seller = await loadSeller(work);
  const rates = await db.taxRate.findMany();
  const held = (await heldCoupons(work, currency, lines, usedBefore)).map((one) => one.coupon);
  const coupons = redeemed ? [...held, redeemed] : held;
  const priced = priceLines(lines, {
    currency,
    taxMode,
    sellerCountry: seller.country,
    buyer,
    rates,
    coupons,
    at: now,
  });
  return { ...priced, reverseCharge: priced.lines.some(({ tax }) => tax.reverseCharge) };
}
