import type { LedgerAccount, LedgerKind } from "@/lib/platform/db/generated/enums";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { movementWords } from "./movement-words";
import type { Movement, StatementInCurrency } from "./schema";

/** The ledger accounts that make up the balance: receivables and account credit. */
export const BALANCE: readonly LedgerAccount[] = ["receivable", "customerCredit"];

export interface LedgerEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: LedgerKind;
  readonly memo: string;
  readonly lines: readonly {
    readonly ledgerAccount: LedgerAccount;
    readonly currency: string;
    readonly amountMinor: bigint;
    readonly invoiceId: string | null;
  }[];
}

/** One currency's part of a statement: the opening balance, every entry oldest first, and the closing balance. */
export function runBalance(
  currency: string,
  openingMinor: bigint,
  entries: readonly LedgerEntryRow[],
): StatementInCurrency {
  let balance = openingMinor;
  let charges = 0n;
  let credits = 0n;
  const movements: Movement[] = [];
  for (const entry of entries) {
    const { charge, credit } = sidesOf(entry, currency);
    if (charge === 0n && credit === 0n) continue;
    balance += charge - credit;
    charges += charge;
    credits += credit;
    movements.push({
      id: entry.id,
      at: iso(entry.at),
      what: movementWords[entry.kind],
      details: entry.memo,
      invoiceId: ownInvoice(entry),
      charge: charge === 0n ? null : money(charge, currency),
      credit: credit === 0n ? null : money(credit, currency),
      balance: money(balance, currency),
    });
  }
  return {
    currency,
    opening: money(openingMinor, currency),
    movements,
    charges: money(charges, currency),
    credits: money(credits, currency),
    closing: money(balance, currency),
  };
}

/**
 * What an entry adds to and subtracts from the balance. A payment for a written-off invoice appears on both sides: it
 * was paid, and the written-off debt is due again by the same amount. Credit applied to an invoice doesn't change the
 * balance.
 */
function sidesOf({ lines }: LedgerEntryRow, currency: string): { charge: bigint; credit: bigint } {
  const sum = (accounts: readonly LedgerAccount[]) =>
    lines
      .filter((line) => line.currency === currency && accounts.includes(line.ledgerAccount))
      .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const net = sum(BALANCE);
  const through = sum(["cash"]) === 0n ? 0n : size(sum(["badDebt"]));
  return { charge: (net > 0n ? net : 0n) + through, credit: (net < 0n ? -net : 0n) + through };
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** The invoice of a transaction; payments and credit notes have their own documents. */
function ownInvoice({ kind, lines }: LedgerEntryRow): string | null {
  return kind.startsWith("invoice") ? (lines.find(({ invoiceId }) => invoiceId !== null)?.invoiceId ?? null) : null;
}
