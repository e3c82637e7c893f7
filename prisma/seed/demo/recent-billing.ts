import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { draftInvoice } from "@/lib/billing/core/invoicing/draft-invoice";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import { addDays } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import type { PastLine } from "../builders/past-rows";
import { buildPayment } from "../builders/payment";
import { type Globex, globexLines } from "./globex";
import type { Northwind } from "./northwind";
import { northwindLines } from "./northwind-invoices";

const CLAIRE = "Claire Dubois";

/** Recent events, created by the portal's own functions: credit notes, a refund, account credit, payments. */
export async function seedRecentBilling(db: OwnerDatabase, northwind: Northwind, globex: Globex, now: Date) {
  const at = (account: { id: string }, days: number): NotifyingContext => ({
    db,
    account: { id: account.id, name: "" },
    now: addDays(now, -days),
    // Past events are not emailed now.
    people: async () => [],
  });
  const where = { accountId: northwind.id };
  const paid = await db.invoice.findFirstOrThrow({
    where: { ...where, status: "paid" },
    include: { lines: { orderBy: { position: "asc" } } },
    orderBy: { issuedAt: "desc" },
  });
  const late = await db.invoice.findFirstOrThrow({
    where: { ...where, status: "open" },
    include: { lines: { orderBy: { position: "asc" } } },
    orderBy: { issuedAt: "asc" },
  });
  await creditAndRefund(at(northwind, 20), paid);
  await creditLine(at(northwind, 12), late.id, late.lines.at(-1), "Staging was suspended for half the month");
  await buildPayment(at(northwind, 6), {
    invoiceId: late.id,
    amountMinor: 10_000n,
    method: "Mastercard •••• 5100",
    payerName: "Priya Raman",
  });
  await issue(at(northwind, 4), northwindLines(northwind.services, 0, now));
  await issue(at(globex, 2), globexLines(globex, 0, now));
  await draftInvoice(at(northwind, 0), {
    currency: "EUR",
    lines: [
      {
        kind: "oneOff",
        description: "Migration of orders-db to a new site, 6 hours",
        quantity: 6,
        unitMinor: 11_500n,
        taxCategory: "standard",
      },
    ],
  });
  await grantCredit(at(northwind, 1), {
    amountMinor: 1500n,
    currency: "EUR",
    reason: "For the slow backups on the night of the 3rd",
    source: "credit:demo-goodwill",
  });
  await failedDebit(at(globex, 1));
}

const issue = (work: NotifyingContext, lines: readonly PastLine[]) =>
  issueInvoice(work, {
    currency: "EUR",
    dueAt: addDays(work.now, 14),
    lines: lines.map((line) => ({ quantity: 1, taxCategory: "standard", ...line })),
  });

type Line = { id: string; description: string; totalMinor: bigint; taxBasisPoints: number };

async function creditLine(work: NotifyingContext, invoiceId: string, line: Line | undefined, reason: string) {
  if (line === undefined) throw new Error(`Invoice ${invoiceId} has no line to credit`);
  return issueCreditNote(work, {
    invoiceId,
    lines: [
      {
        description: line.description,
        netMinor: line.totalMinor / 2n,
        taxBasisPoints: line.taxBasisPoints,
        invoiceLineId: line.id,
      },
    ],
    reason,
    issuedByName: CLAIRE,
  });
}

/** The paid amount becomes account credit, and half of it is refunded to the card. */
async function creditAndRefund(work: NotifyingContext, invoice: { id: string; lines: Line[] }): Promise<void> {
  const note = await creditLine(work, invoice.id, invoice.lines[0], "Server was down for two days");
  const { paymentId } = await work.db.paymentAllocation.findFirstOrThrow({ where: { invoiceId: invoice.id } });
  const { refundId } = await reserveRefund(work, {
    paymentId,
    amountMinor: note.totalMinor / 2n,
    reason: "Half of the credit back to the card, as asked",
    issuedByName: CLAIRE,
    from: "credit",
  });
  await settleRefund(work, refundId, { status: "succeeded", ref: `sbr_${refundId}` });
}

/** Globex uses autopay; yesterday's charge was declined, and the next attempt is in two days. */
async function failedDebit(work: NotifyingContext): Promise<void> {
  const { db, account, now } = work;
  const open = await db.invoice.findFirstOrThrow({ where: { accountId: account.id, status: "open" } });
  await buildPayment(work, {
    invoiceId: open.id,
    amountMinor: open.totalMinor,
    method: "Berliner Sparkasse •••• 0731",
    failed: { code: "insufficient_funds", message: "Insufficient funds." },
  });
  await db.account.update({ where: { id: account.id }, data: { autopay: true } });
  await db.invoice.update({ where: { id: open.id }, data: { chargeAttempts: 1, nextChargeAt: addDays(now, 3) } });
}
