import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { totalsOf } from "@/lib/billing/core/pricing/totals";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { translated } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { headFields, toHead } from "./list-invoices";
import type { InvoiceDetail } from "./schema";

/** An invoice as shown on the page and the PDF. Throws `not-found` if the viewer can't see it; drafts included. */
export async function loadInvoice(context: Context<"account">, invoiceId: string): Promise<InvoiceDetail> {
  const row = await context.db.invoice.findFirst({
    where: accessibleWhere(context, "billing.invoices.view", { id: invoiceId }),
    select: fields,
  });
  if (row === null) throw notFound();
  const amount = (minor: bigint) => money(minor, row.currency);
  return {
    ...toHead(row, context.now),
    subtotal: amount(row.subtotalMinor),
    tax: amount(row.taxMinor),
    taxes: totalsOf(row.lines, row.taxMode).taxes.map(({ basisPoints, netMinor, taxMinor }) => ({
      basisPoints,
      net: amount(netMinor),
      tax: amount(taxMinor),
    })),
    taxMode: row.taxMode,
    reverseCharge: row.reverseCharge,
    discount: amount(row.lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0n)),
    paid: amount(row.paidMinor),
    creditApplied: amount(row.paidMinor - paidByPayments(row.allocations)),
    credited: amount(row.creditedMinor),
    paidAt: isoOrNull(row.paidAt),
    seller: sellerSchema.parse(row.seller),
    buyer: partySchema.parse(row.buyer),
    note: row.note,
    lines: row.lines.map((line) => toLine(context, line, row.currency)),
    payments: row.allocations.flatMap(({ id, amountMinor, returnedMinor, payment: { method, receivedAt } }) =>
      receivedAt === null
        ? []
        : [
            {
              id,
              method: translated(method),
              amount: amount(amountMinor),
              returned: amount(returnedMinor),
              receivedAt: iso(receivedAt),
            },
          ],
    ),
    creditNotes: canSome(context.viewer, "billing.credit.view")
      ? row.creditNotes.map(({ id, number, issuedAt, totalMinor, appliedMinor }) => ({
          id,
          number,
          issuedAt: iso(issuedAt),
          total: amount(totalMinor),
          applied: amount(appliedMinor),
        }))
      : [],
  };
}

/** The net amount of payments after refunds; the rest of the paid amount came from account credit. */
const paidByPayments = (allocations: readonly { amountMinor: bigint; returnedMinor: bigint }[]): bigint =>
  allocations.reduce((sum, { amountMinor, returnedMinor }) => sum + amountMinor - returnedMinor, 0n);

const lineFields = {
  id: true,
  description: true,
  quantity: true,
  unitMinor: true,
  discountMinor: true,
  totalMinor: true,
  taxBasisPoints: true,
  periodStart: true,
  periodEnd: true,
  service: { select: { id: true, accountId: true } },
} satisfies Prisma.InvoiceLineSelect;

const fields = {
  ...headFields,
  subtotalMinor: true,
  taxMinor: true,
  paidAt: true,
  seller: true,
  buyer: true,
  note: true,
  taxMode: true,
  reverseCharge: true,
  creditedMinor: true,
  lines: { select: lineFields, orderBy: { position: "asc" } },
  allocations: {
    where: { state: "applied" },
    select: {
      id: true,
      amountMinor: true,
      returnedMinor: true,
      payment: { select: { method: true, receivedAt: true } },
    },
    orderBy: [{ payment: { receivedAt: "asc" } }, { id: "asc" }],
  },
  creditNotes: {
    select: { id: true, number: true, issuedAt: true, totalMinor: true, appliedMinor: true },
    orderBy: [{ issuedAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.InvoiceSelect;

type LineRow = Prisma.InvoiceLineGetPayload<{ select: typeof lineFields }>;

function toLine(context: Context, line: LineRow, currency: string): InvoiceDetail["lines"][number] {
  const { service } = line;
  return {
    id: line.id,
    description: line.description,
    quantity: line.quantity,
    unit: money(line.unitMinor, currency),
    discount: money(line.discountMinor, currency),
    total: money(line.totalMinor, currency),
    taxBasisPoints: line.taxBasisPoints,
    periodStart: isoOrNull(line.periodStart),
    periodEnd: isoOrNull(line.periodEnd),
    ...(service !== null && can(context.viewer, "services.view", service) ? { serviceId: service.id } : {}),
  };
}
