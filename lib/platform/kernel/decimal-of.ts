import { typedOf } from "./typed-amount";

/** An amount for machine-readable files: a decimal point, no currency symbol, a minus sign if negative. */
export const decimalOf = (amountMinor: bigint, currency: string): string =>
  `${amountMinor < 0n ? "-" : ""}${typedOf(amountMinor < 0n ? -amountMinor : amountMinor, currency)}`;
