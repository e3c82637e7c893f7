import type { PaymentMethod } from "./schema";

const NOTICE_MONTHS = 2;

interface Expiry {
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

/** A card is valid until the end of its month in UTC; a direct debit mandate doesn't expire. */
export function validityOf({ expMonth, expYear }: Expiry, now: Date): PaymentMethod["validity"] {
  if (expMonth === null || expYear === null) return "valid";
  const monthsLeft = (expYear - now.getUTCFullYear()) * 12 + expMonth - (now.getUTCMonth() + 1);
  if (monthsLeft < 0) return "expired";
  return monthsLeft < NOTICE_MONTHS ? "expiring" : "valid";
}
