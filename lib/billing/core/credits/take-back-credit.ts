import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldBy } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoiceOf } from "@/lib/billing/core/invoicing/invoice-of";
import { type Posting, post } from "@/lib/billing/core/ledger/post";
import { owedAgain } from "@/lib/billing/core/payments/return-to-payer";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { lesser } from "@/lib/platform/kernel/money";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";

interface ToTakeBack {
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Unique: what the credit is needed for. */
  readonly source: string;
}

/**
 * Reverses account credit from the invoices it has paid, latest first: they become due again, and the credit is
 * available to the caller. Returns the amount that could not be recovered.
 */
export async function takeBackCredit(
  work: BillingContext,
  { currency, amountMinor, source }: ToTakeBack,
): Promise<bigint> {
  const { db, account } = work;
  const applied = await db.ledgerLine.findMany({
    where: { accountId: account.id, currency, invoiceId: { not: null }, entry: { kind: "creditApplied" } },
    select: { invoiceId: true, amountMinor: true },
    orderBy: { id: "desc" },
  });
  const postings: Posting[] = [];
  let left = amountMinor;
  for (const [invoiceId, lines] of groupBy(applied, (line) => line.invoiceId ?? "")) {
    // Less what was reversed before.
    const creditMinor = lines.reduce((sum, line) => sum - line.amountMinor, 0n);
    const invoice = await invoiceOf(work, invoiceId);
    const back = lesser(left, lesser(creditMinor, heldBy(invoice)));
    if (back <= 0n) continue;
    left -= back;
    postings.push(await owedAgain(work, invoice, back));
  }
  await post(work, {
    kind: "creditApplied",
    source,
    memo: toldInEnglish(say("Account credit reversed from the invoices it had paid")),
    lines: [...postings, { ledgerAccount: "customerCredit", currency, amountMinor: left - amountMinor }],
  });
  return left;
}
