import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { LedgerKind } from "@/lib/platform/db/generated/enums";
import { post } from "./post";

interface Reversal {
  readonly invoiceId: string;
  readonly kind: LedgerKind;
  readonly source: string;
  readonly memo: string;
}

/** Posts the reverse of every posting of an invoice, so its balance is zero. */
export async function reversePostings(work: BillingContext, { invoiceId, ...entry }: Reversal): Promise<void> {
  const { db, account } = work;
  const sums = await db.ledgerLine.groupBy({
    by: ["ledgerAccount", "currency", "taxCountry", "taxBasisPoints"],
    where: { accountId: account.id, invoiceId },
    _sum: { amountMinor: true },
  });
  await post(work, {
    ...entry,
    lines: sums.map(({ _sum, taxBasisPoints, ...side }) => ({
      ...side,
      ...(taxBasisPoints === null ? {} : { taxBasisPoints }),
      invoiceId,
      amountMinor: -(_sum.amountMinor ?? 0n),
    })),
  });
}
