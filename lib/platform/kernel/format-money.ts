import { keptFew } from "./kept-few";

/**
 * Formats an amount for people.
 *
 * @param minor amount in the currency's minor unit (cents; yen for JPY), which may be negative
 * @param currency ISO 4217 code
 * @param locale BCP 47 tag of the viewer
 */
export function formatMoney(minor: number | bigint, currency: string, locale: string): string {
  const { formatter, digits } = formatters(`${locale}/${currency}`, () => formatterFor(currency, locale));
  return formatter.format(decimalString(BigInt(minor), digits));
}

interface Formatter {
  readonly formatter: Intl.NumberFormat;
  /** Of the currency's minor unit. Asking for the options takes longer than formatting. */
  readonly digits: number;
}

const formatters = keptFew<Formatter>();

function formatterFor(currency: string, locale: string): Formatter {
  const formatter = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return { formatter, digits: formatter.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** Intl reads decimal strings exactly, so large totals don't lose cents to floating point. */
function decimalString(minor: bigint, digits: number): Intl.StringNumericLiteral {
  const sign = minor < 0n ? "-" : "";
  const figures = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits);
  const fraction = digits === 0 ? "" : `.${figures.slice(-digits)}`;
  return `${sign}${whole}${fraction}` as Intl.StringNumericLiteral;
}
