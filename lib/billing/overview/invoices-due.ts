import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { dueByCurrency } from "@/lib/billing/core/receivables/due-by-currency";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { plannedAnew } from "@/lib/platform/db/plan-anew";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { Overview } from "./schema";

const SHOWN = 5;

/** The balance due, and the open invoices that are due first. */
export async function dueOf(context: Context<"account">, autopay: boolean): Promise<Overview["due"]> {
  const { viewer, now } = context;
  const totals = await dueByCurrency(context);
  // Planned for everybody, all allocations of the account are read for those of five invoices.
  const first = await plannedAnew(context.db, () =>
    context.db.invoice.findMany({
      where: accessibleWhere(context, "billing.invoices.view", { statusKey: "open" }),
      select: openColumns,
      orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      take: SHOWN,
    }),
  );
  return {
    totals: totals.map(({ currency, dueMinor, overdueMinor }) => ({
      due: money(dueMinor, currency),
      overdue: money(overdueMinor, currency),
    })),
    count: totals.reduce((sum, { unpaidCount }) => sum + unpaidCount, 0),
    first: first.map((invoice) => ({
      id: invoice.id,
      number: invoice.number ?? "",
      dueAt: isoOrNull(invoice.dueAt),
      overdue: invoice.dueAt !== null && invoice.dueAt < now,
      left: money(amountDue(invoice), invoice.currency),
      byHand: autopay && givenUp(invoice),
      payable: invoice.allocations.length === 0 && can(viewer, "billing.invoices.pay", invoice),
    })),
  };
}

const openColumns = {
  id: true,
  accountId: true,
  number: true,
  status: true,
  currency: true,
  totalMinor: true,
  paidMinor: true,
  creditedMinor: true,
  dueAt: true,
  chargeAttempts: true,
  nextChargeAt: true,
  allocations: { where: { state: "reserved" }, select: { id: true } },
} satisfies Prisma.InvoiceSelect;

type OpenInvoice = Prisma.InvoiceGetPayload<{ select: typeof openColumns }>;

/** After the last failed attempt or a reversal there is no retry: it must be paid manually. */
const givenUp = ({ chargeAttempts, nextChargeAt, allocations }: OpenInvoice) =>
  chargeAttempts > 0 && nextChargeAt === null && allocations.length === 0;
