import type { BillingContext } from "@/lib/billing/core/billing-context";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { HeldCoupon } from "./discount";

export interface RedeemableCoupon extends HeldCoupon {
  readonly id: string;
  readonly code: string;
  /** The account has already redeemed it, and it still discounts invoices. */
  readonly held: boolean;
}

/**
 * Finds a coupon by the code a customer entered, in any case, for invoices in a currency.
 *
 * @throws Problem `invalid` at `coupon`: unknown, expired, for another currency, used up, or already used by this
 *   account
 */
export async function couponByCode({ db, account, now }: BillingContext, typed: string, currency: string) {
  const code = typed.normalize("NFKC").trim().toUpperCase();
  const coupon = await db.coupon.findUnique({
    where: { code },
    include: { accounts: { where: { accountId: account.id }, select: { left: true } } },
  });
  if (coupon === null) throw invalidField("coupon", t("Coupon code not found. Check the spelling."));
  const { accounts, ...facts } = coupon;
  if (facts.validUntil !== null && facts.validUntil <= now)
    throw invalidField("coupon", t("This coupon code has expired."));
  if (facts.currency !== null && facts.currency !== currency)
    throw invalidField(
      "coupon",
      t("This coupon code is valid for {currency}, and your prices are in {charged}.", {
        currency: facts.currency,
        charged: currency,
      }),
    );
  const [mine] = accounts;
  if (mine?.left === 0) throw invalidField("coupon", t("This account has already used this coupon code."));
  if (mine === undefined && facts.maxUses !== null && facts.uses >= facts.maxUses) throw usedUp();
  return { ...facts, held: mine !== undefined } satisfies RedeemableCoupon;
}

const usedUp = () => invalidField("coupon", t("This coupon code has reached its redemption limit."));

/** Redeems it for the account, so it discounts the next invoices. A coupon already redeemed doesn't change. */
export async function redeemCode(work: BillingContext, typed: string, currency: string): Promise<RedeemableCoupon> {
  const { db, account, now } = work;
  const coupon = await couponByCode(work, typed, currency);
  if (coupon.held) return coupon;
  const { id, maxUses, invoices } = coupon;
  const { count } = await db.coupon.updateMany({
    where: { id, ...(maxUses === null ? {} : { uses: { lt: maxUses } }) },
    data: { uses: { increment: 1 } },
  });
  if (count === 0) throw usedUp();
  await db.accountCoupon.create({ data: { accountId: account.id, couponId: id, left: invoices, redeemedAt: now } });
  return coupon;
}
