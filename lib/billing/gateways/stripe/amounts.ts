/** Currencies without cents that Stripe still counts in hundredths, for historical reasons. */
const countedInHundredths: readonly string[] = ["ISK", "UGX"];

const factor = (currency: string): bigint => (countedInHundredths.includes(currency) ? 100n : 1n);

/** @throws RangeError beyond what a JSON number represents exactly. */
export function toStripe(amountMinor: bigint, currency: string): { amount: number; currency: string } {
  const amount = Number(amountMinor * factor(currency));
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Amount out of range: ${amountMinor}`);
  return { amount, currency: currency.toLowerCase() };
}

export function fromStripe(amount: number, currency: string): { amountMinor: bigint; currency: string } {
  const code = currency.toUpperCase();
  return { amountMinor: BigInt(amount) / factor(code), currency: code };
}
