import { z } from "zod";
import { creditTotals } from "@/lib/billing/core/credits/credit-totals";
import { creditableLines, wholeCredit } from "@/lib/billing/core/credits/creditable";
import { amountDue, invoiceAfter, standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { discountable } from "@/lib/billing/core/pricing/price-lines";
import { refundableWith } from "@/lib/billing/core/refunds/refundable-amount";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { translated } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { creditedBefore, type ManagedRecord, managedRecord } from "./managed-record";
import { type ManagedInvoice, managedInvoice } from "./schema";

/** An invoice for staff, with the actions currently possible. */
export const viewManagedInvoice = defineQuery({
  name: "invoices.view-managed",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "View an invoice with the staff actions available",
  activity: "view an invoice's actions",
  input: z.object({ invoiceId: id }),
  output: managedInvoice,
  http: { method: "GET", path: "/accounts/{accountId}/invoices/{invoiceId}/managed" },
  async run(context, { invoiceId }) {
    const row = await managedRecord(context, invoiceId);
    const amount = (minor: bigint) => money(minor, row.currency);
    const before = creditedBefore(row);
    const left = wholeCredit(row.lines, row.taxMode, before);
    const creditMinor = (await creditBalance(context)).get(row.currency) ?? 0n;
    return {
      id: row.id,
      version: row.version,
      number: row.number,
      standing: standingOf(row, context.now),
      dueAt: isoOrNull(row.dueAt),
      note: row.note,
      taxMode: row.taxMode,
      total: amount(row.totalMinor),
      paid: amount(row.paidMinor),
      credited: amount(row.creditedMinor),
      due: amount(amountDue(row)),
      credit: amount(creditMinor),
      creditable: amount(
        creditTotals(
          left.map(({ netMinor, taxBasisPoints }) => ({ totalMinor: netMinor, taxBasisPoints })),
          { ...row, before },
        ).totalMinor,
      ),
      lines: creditableLines(row.lines, row.taxMode, before).map((line, index) => ({
        id: line.id,
        description: line.description,
        quantity: row.lines[index]?.quantity ?? 1,
        unit: amount(row.lines[index]?.unitMinor ?? 0n),
        taxCategory: row.lines[index]?.taxCategory ?? "standard",
        taxBasisPoints: line.taxBasisPoints,
        left: amount(line.leftMinor),
      })),
      payments: paymentsOf(row, creditMinor),
      underWay: isUnderWay(row),
      may: mayOf(row, left.length > 0),
    };
  },
});

const isUnderWay = ({ allocations }: ManagedRecord): boolean => allocations.some(({ state }) => state === "reserved");

/** The amount a refund would accept, from the invoices or from account credit. */
const paymentsOf = ({ allocations, currency }: ManagedRecord, creditMinor: bigint): ManagedInvoice["payments"] =>
  allocations.flatMap(({ payment }) => {
    const { invoices: left } = refundableWith(payment, creditMinor);
    const { id: paymentId, method, receivedAt } = payment;
    return left === 0n || receivedAt === null
      ? []
      : [{ id: paymentId, method: translated(method), receivedAt: iso(receivedAt), left: money(left, currency) }];
  });

function mayOf(row: ManagedRecord, somethingLeft: boolean): ManagedInvoice["may"] {
  const free = !isUnderWay(row);
  return {
    edit: row.status === "draft" && !row.lines.some(discountable),
    void: free && invoiceAfter(row, { type: "void" }) !== null,
    writeOff: free && invoiceAfter(row, { type: "writeOff" }) !== null,
    credit: free && somethingLeft && invoiceAfter(row, { type: "credit", amountMinor: 1n }) !== null,
  };
}
