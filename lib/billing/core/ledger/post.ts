import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { LedgerAccount, LedgerKind } from "@/lib/platform/db/generated/enums";

/** Signed minor units: a debit is positive, a credit negative. */
export interface Posting {
  readonly ledgerAccount: LedgerAccount;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly invoiceId?: string;
  readonly taxCountry?: string | null;
  readonly taxBasisPoints?: number;
}

export interface Entry {
  readonly kind: LedgerKind;
  /** The source of the entry; each source can be posted only once. */
  readonly source: string;
  readonly memo: string;
  readonly lines: readonly Posting[];
}

/**
 * Posts a balanced entry to the ledger; lines of zero are dropped, and an entry without lines is not written.
 *
 * @throws RangeError if it doesn't balance, which is a bug; the database would reject it too.
 */
export async function post({ db, account, now }: BillingContext, { lines, ...entry }: Entry): Promise<void> {
  const moving = lines.filter(({ amountMinor }) => amountMinor !== 0n);
  if (moving.length === 0) return;
  for (const currency of new Set(moving.map((line) => line.currency))) {
    const sum = moving.reduce((total, line) => total + (line.currency === currency ? line.amountMinor : 0n), 0n);
    if (sum !== 0n) throw new RangeError(`${entry.source} is out of balance by ${sum} ${currency}`);
  }
  const { id: entryId } = await db.ledgerEntry.create({
    data: { ...entry, accountId: account.id, at: now },
    select: { id: true },
  });
  await db.ledgerLine.createMany({ data: moving.map((line) => ({ ...line, accountId: account.id, entryId })) });
}
