import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { memoOf } from "@/lib/billing/core/ledger/memo";
import { post } from "@/lib/billing/core/ledger/post";
import { receive } from "@/lib/billing/core/payments/receive";
import { lesser } from "@/lib/platform/kernel/money";

/** Applies available account credit to an open invoice, and returns the amount applied. */
export async function applyCredit(work: NotifyingContext, invoiceId: string): Promise<bigint> {
  const { db, account } = work;
  const balance = await creditBalance(work);
  if (balance.size === 0) return 0n;
  const invoice = await db.invoice.findUniqueOrThrow({
    where: { accountId_id: { accountId: account.id, id: invoiceId } },
  });
  const due = amountDue(invoice);
  if (due === 0n) return 0n;
  const credit = balance.get(invoice.currency) ?? 0n;
  // A pending payment may cover the full amount: credit applied on top would only become credit again.
  const underWay = await db.paymentAllocation.count({ where: { accountId: account.id, invoiceId, state: "reserved" } });
  const amountMinor = lesser(credit, due);
  if (amountMinor <= 0n || underWay > 0) return 0n;
  await post(work, {
    kind: "creditApplied",
    // The version tells one application from the next.
    source: `invoice:${invoiceId}:credit:${invoice.version}`,
    memo: memoOf("creditApplied", invoice.number),
    lines: [
      { ledgerAccount: "customerCredit", currency: invoice.currency, amountMinor },
      { ledgerAccount: "receivable", currency: invoice.currency, amountMinor: -amountMinor, invoiceId },
    ],
  });
  await receive(work, invoice, amountMinor);
  return amountMinor;
}
