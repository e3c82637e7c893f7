import { z } from "zod";

/** An amount in minor units (cents) of an ISO 4217 currency. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export const moneySchema = z.object({
  amountMinor: z.int().describe("Amount in minor units of the currency"),
  currency: z.string().length(3).describe("ISO 4217 code"),
});

/** From a database bigint. Throws if the amount exceeds the range of exact integers in JavaScript. */
export function money(amountMinor: bigint, currency: string): Money {
  const amount = Number(amountMinor);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Amount out of range: ${amountMinor}`);
  return { amountMinor: amount, currency };
}

/** The smaller of two amounts: Math.min doesn't support bigint. */
export function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
