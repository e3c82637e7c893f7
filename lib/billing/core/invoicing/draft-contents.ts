import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { HeldCoupon } from "@/lib/billing/core/pricing/discount";
import { type LineToInvoice, priceLines } from "@/lib/billing/core/pricing/price-lines";
import type { TaxMode } from "@/lib/billing/core/pricing/totals";
import { type Parties, partyOf, sellerCopy } from "@/lib/billing/core/tax/parties";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

export interface InvoiceToDraft {
  readonly currency: string;
  readonly lines: readonly LineToInvoice[];
  /** Whether prices include tax; they exclude it by default. */
  readonly taxMode?: TaxMode;
  readonly note?: string | null;
}

export type DraftContents = Awaited<ReturnType<typeof draftContents>>;

/**
 * The columns of a draft and of its lines, calculated as of now.
 *
 * @throws Problem `conflict` if the lines add up to a negative total, which needs a credit note.
 */
export async function draftContents(
  { db, now }: BillingContext,
  { currency, lines, taxMode = "exclusive", note }: InvoiceToDraft,
  { seller, buyer }: Parties,
  coupons: readonly HeldCoupon[],
) {
  const rates = await db.taxRate.findMany();
  const ground = { currency, taxMode, sellerCountry: seller.country, buyer, rates, coupons, at: now };
  const priced = priceLines(lines, ground);
  const answers = priced.lines.map(({ tax }) => tax);
  const { subtotalMinor, taxMinor, totalMinor } = priced.totals;
  if (totalMinor < 0n)
    throw new Problem("conflict", t("An invoice total can't be negative. Issue a credit note instead."));
  return {
    invoice: {
      currency,
      subtotalMinor,
      taxMinor,
      totalMinor,
      taxMode,
      reverseCharge: answers.some((tax) => tax.reverseCharge),
      taxCountry: answers.find(({ country }) => country !== null)?.country ?? null,
      seller: sellerCopy(seller),
      buyer: partyOf(buyer),
      note: note ?? null,
    },
    taxes: priced.totals.taxes,
    couponsMinor: priced.couponsMinor,
    lines: priced.lines.map(({ tax, ...line }, position) => ({ ...line, position, taxBasisPoints: tax.basisPoints })),
  };
}
