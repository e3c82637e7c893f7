import type { InvoiceStatus, Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { t, translated } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { PaymentHead } from "./schema";

/**
 * Payments for invoices the viewer can see. There is none for a draft (the database refuses it), so who sees an invoice
 * whatever its later status sees each payment: counting a thousand of them then reads no invoice.
 */
export const visiblePayments = (context: Context, extra: Prisma.PaymentWhereInput = {}): Prisma.PaymentWhereInput => {
  const accountId = context.account?.id ?? "";
  const invoice = accessibleWhere<"billing.invoices.view", Prisma.InvoiceWhereInput>(context, "billing.invoices.view");
  const seesAll = issuedStatuses.every((status) =>
    can(context.viewer, "billing.invoices.view", { id: NO_INVOICE, accountId, status }),
  );
  return { AND: [extra, { accountId, ...(!seesAll && { allocations: { some: { invoice } } }) }] };
};

const issuedStatuses = ["open", "paid", "void", "uncollectible"] as const satisfies readonly InvoiceStatus[];
/** A rule about single invoices doesn't let it pass. */
const NO_INVOICE = "00000000-0000-0000-0000-000000000000";

export const paymentFields = {
  id: true,
  status: true,
  amountMinor: true,
  refundedMinor: true,
  currency: true,
  method: true,
  origin: true,
  payerName: true,
  createdAt: true,
  receivedAt: true,
} satisfies Prisma.PaymentSelect;

export const headFields = {
  ...paymentFields,
  allocations: {
    select: { amountMinor: true, invoice: { select: { id: true, number: true } } },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.PaymentSelect;

type HeadRow = Prisma.PaymentGetPayload<{ select: typeof headFields }>;

export function toHead(row: HeadRow): PaymentHead {
  const { currency } = row;
  return {
    id: row.id,
    status: row.status,
    amount: money(row.amountMinor, currency),
    refunded: money(row.refundedMinor, currency),
    method: translated(row.method),
    paidBy: row.origin === "autopay" ? null : (row.payerName ?? t("Not recorded")),
    at: iso(row.receivedAt ?? row.createdAt),
    invoices: row.allocations.map(({ amountMinor, invoice }) => ({
      id: invoice.id,
      number: invoice.number ?? "",
      amount: money(amountMinor, currency),
    })),
  };
}
