import { typedOf } from "./typed-amount";

/** An amount as files for other programs have it: a point, no sign of a currency, a minus where it is negative. */
export const decimalOf = (amountMinor: bigint, currency: string): string =>
  `${amountMinor < 0n ? "-" : ""}${typedOf(amountMinor < 0n ? -amountMinor : amountMinor, currency)}`;
