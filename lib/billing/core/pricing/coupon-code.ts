import type { BillingContext } from "@/lib/billing/core/billing-context";
import { invalidField } from "@/lib/platform/kernel/problem";
import type { HeldCoupon } from "./discount";

export interface RedeemableCoupon extends HeldCoupon {
  readonly id: string;
  readonly code: string;
  /** The account holds it already, and it still lowers invoices. */
  readonly held: boolean;
}

/**
 * A coupon by the code that somebody typed, in any case, for invoices of a currency.
 *
 * @throws Problem `invalid` at `coupon`: wrong, expired, for another currency, used up, or used by this account before
 */
export async function couponByCode({ db, account, now }: BillingContext, typed: string, currency: string) {
  const code = typed.normalize("NFKC").trim().toUpperCase();
  const coupon = await db.coupon.findUnique({
    where: { code },
    include: { accounts: { where: { accountId: account.id }, select: { left: true } } },
  });
  if (coupon === null) throw invalidField("coupon", "There is no such code. Check how it is written.");
  const { accounts, ...facts } = coupon;
  if (facts.validUntil !== null && facts.validUntil <= now) throw invalidField("coupon", "This code has expired.");
  if (facts.currency !== null && facts.currency !== currency)
    throw invalidField("coupon", `This code is for prices in ${facts.currency}; yours are in ${currency}.`);
  const [mine] = accounts;
  if (mine?.left === 0) throw invalidField("coupon", "This account has used the code already.");
  if (mine === undefined && facts.maxUses !== null && facts.uses >= facts.maxUses) throw usedUp();
  return { ...facts, held: mine !== undefined } satisfies RedeemableCoupon;
}

const usedUp = () => invalidField("coupon", "This code has been used as often as it can be.");

/** Puts it on the account, so that the next invoices are lowered by it. One that is held already stays as it is. */
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
