/**
 * What somebody typed as an amount, in minor units of its currency: "1234.50" and "1234,50" are the same, and spaces may
 * group the digits. Null for what is no amount or has more decimals than the currency; so "1,234" is refused for euros,
 * where it could mean two things.
 */
export function readAmount(text: string, currency: string): bigint | null {
  const digits = decimalsOf(currency);
  const [match, whole = "", fraction = ""] = /^(\d{1,15})(?:[.,](\d{1,4}))?$/.exec(text.replace(/\s/g, "")) ?? [];
  if (match === undefined || fraction.length > digits) return null;
  return BigInt(whole + fraction.padEnd(digits, "0"));
}

/** An amount as it is typed: 123450 euro cents are "1234.50". */
export function writeAmount(minor: number, currency: string): string {
  const digits = decimalsOf(currency);
  const figures = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
