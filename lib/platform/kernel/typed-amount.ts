import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { formatMoney } from "./format-money";
import { invalidField } from "./problem";

/**
 * The largest amount anyone can enter, in minor units. Thousands of such amounts still add up exactly in the integers
 * that pages and the API use; a larger sum could be stored, but never shown again.
 */
const MOST_MINOR = 1_000_000_000_000n;

/** An amount as people type it: "12.50" or "12,50", in the currency's main unit, without thousands separators. */
export const typedAmount = typed(/^\d{1,12}([.,]\d{1,3})?$/).describe('Decimal, in the unit of the currency: "12.50"');

/** The same if optional: empty input is "". */
export const optionalAmount = typed(/^(\d{1,12}([.,]\d{1,3})?)?$/)
  .default("")
  .describe('Decimal, in the unit of the currency: "12.50"; or empty');

function typed(pattern: RegExp) {
  return z.string().trim().regex(pattern, issue("Enter an amount like 12.50, without a currency symbol."));
}

/**
 * In minor units of the currency.
 *
 * @throws Problem `invalid` at `field` if it has more decimals than the currency, or is too large.
 */
export function minorOf(typed: string, currency: string, field: string): bigint {
  const digits = digitsOf(currency);
  const [whole = "0", fraction = ""] = typed.replace(",", ".").split(".");
  if (fraction.length > digits) {
    throw invalidField(
      field,
      t("{digits, plural, =0 {{currency} amounts have no decimals.} other {{currency} amounts have # decimals.}}", {
        currency,
        digits,
      }),
    );
  }
  return upToMost(BigInt(whole + fraction.padEnd(digits, "0")), currency, field);
}

/** An amount as it is. Throws `invalid` at `field` if it is too large. */
export function upToMost(amountMinor: bigint, currency: string, field: string): bigint {
  if (amountMinor > MOST_MINOR) {
    throw invalidField(
      field,
      t("Amounts can be up to {amount}.", { amount: formatMoney(MOST_MINOR, currency, currentLocale()) }),
    );
  }
  return amountMinor;
}

/** An amount as shown in an input field. */
export function typedOf(amountMinor: bigint | number, currency: string): string {
  const digits = digitsOf(currency);
  const figures = String(amountMinor).padStart(digits + 1, "0");
  return digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

function digitsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
