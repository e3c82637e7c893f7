import { type TaxMode, totalsOf } from "@/lib/billing/core/pricing/totals";
import { lesser } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import type { CreditLine } from "./issue-credit-note";

interface InvoiceLine {
  readonly id: string;
  readonly description: string;
  readonly totalMinor: bigint;
  readonly taxBasisPoints: number;
}

interface CreditedLine {
  readonly invoiceLineId: string | null;
  readonly totalMinor: bigint;
  readonly taxMinor: bigint;
  readonly taxBasisPoints: number;
}

export interface CreditableLine extends InvoiceLine {
  /** Net, in minor units; never negative. */
  readonly leftMinor: bigint;
}

/**
 * The net amount of each invoice line that can still be credited. Shares of a rate are taken from its running total, so
 * the lines add up to the rate to the cent. If another rate is negative, no line offers more than what remains of the
 * whole invoice including tax.
 */
export function creditableLines(
  lines: readonly InvoiceLine[],
  mode: TaxMode,
  before: readonly CreditedLine[],
): CreditableLine[] {
  const netOf = (some: readonly InvoiceLine[]) => totalsOf(some, mode).subtotalMinor;
  const whole = totalsOf(lines, mode);
  const reduced = whole.taxes.some(({ netMinor }) => netMinor < 0n);
  const leftOfAll = whole.totalMinor - before.reduce((sum, one) => sum + one.totalMinor + one.taxMinor, 0n);
  return lines.map((line, index) => {
    const upTo = lines.slice(0, index + 1).filter((one) => one.taxBasisPoints === line.taxBasisPoints);
    const net = netOf(upTo) - netOf(upTo.slice(0, -1));
    const taken = sumOf(before.filter(({ invoiceLineId }) => invoiceLineId === line.id));
    const left = net - taken;
    const atRate = leftAtRate(lines, mode, before, line.taxBasisPoints);
    const most = reduced ? lesser(atRate, (leftOfAll * 10_000n) / BigInt(10_000 + line.taxBasisPoints)) : atRate;
    const leftMinor = lesser(left, most);
    return { ...line, leftMinor: leftMinor < 0n ? 0n : leftMinor };
  });
}

/** The credit note lines for the whole remaining amount: per line, or per rate if some lines are negative. */
export function wholeCredit(
  lines: readonly InvoiceLine[],
  mode: TaxMode,
  before: readonly CreditedLine[],
): CreditLine[] {
  const each = creditableLines(lines, mode, before);
  const rates = [...new Set(lines.map(({ taxBasisPoints }) => taxBasisPoints))];
  return rates.flatMap((taxBasisPoints) => {
    const left = leftAtRate(lines, mode, before, taxBasisPoints);
    const its = each.filter((line) => line.taxBasisPoints === taxBasisPoints && line.leftMinor > 0n);
    if (left === 0n) return [];
    if (its.reduce((sum, { leftMinor }) => sum + leftMinor, 0n) !== left) {
      return [
        {
          description: t("Remaining amount at {rate} %", {
            rate: (taxBasisPoints / 100).toLocaleString(currentLocale()),
          }),
          netMinor: left,
          taxBasisPoints,
        },
      ];
    }
    return its.map(({ id, description, leftMinor }) => ({
      description,
      netMinor: leftMinor,
      taxBasisPoints,
      invoiceLineId: id,
    }));
  });
}

function leftAtRate(
  lines: readonly InvoiceLine[],
  mode: TaxMode,
  before: readonly CreditedLine[],
  basisPoints: number,
): bigint {
  const at = (one: { readonly taxBasisPoints: number }) => one.taxBasisPoints === basisPoints;
  return totalsOf(lines.filter(at), mode).subtotalMinor - sumOf(before.filter(at));
}

const sumOf = (lines: readonly { readonly totalMinor: bigint }[]): bigint =>
  lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0n);
