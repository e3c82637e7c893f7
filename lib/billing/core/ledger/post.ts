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
  /** What caused it; the same cause cannot be posted twice. */
  readonly source: string;
  readonly memo: string;
  readonly lines: readonly Posting[];
}

/**
 * Writes a balanced entry into the ledger; lines of nothing are left out, and an entry without lines is not written.
 *
 * @throws RangeError when it does not balance: a fault of ours, which the database would refuse as well.
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
