import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { Overview } from "./schema";

const SHOWN = 5;

/** Open invoices the viewer can see, earliest due first. */
export const openInvoices = ({ db, ...context }: Context<"account">) =>
  db.invoice.findMany({
    where: accessibleWhere({ db, ...context }, "billing.invoices.view", { status: "open" as const }),
    select: {
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
    },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  });

export type OpenInvoice = Awaited<ReturnType<typeof openInvoices>>[number];

/** After the last failed attempt or a reversal there is no retry: it must be paid manually. */
const givenUp = ({ chargeAttempts, nextChargeAt, allocations }: OpenInvoice) =>
  chargeAttempts > 0 && nextChargeAt === null && allocations.length === 0;

export function dueOf(
  { viewer, now }: Context<"account">,
  autopay: boolean,
  open: readonly OpenInvoice[],
): Overview["due"] {
  const late = ({ dueAt }: OpenInvoice) => dueAt !== null && dueAt < now;
  const currencies = [...new Set(open.map(({ currency }) => currency))].sort();
  const sum = (some: readonly OpenInvoice[]) => some.reduce((total, invoice) => total + amountDue(invoice), 0n);
  return {
    totals: currencies.map((currency) => {
      const its = open.filter((invoice) => invoice.currency === currency);
      return { due: money(sum(its), currency), overdue: money(sum(its.filter(late)), currency) };
    }),
    count: open.length,
    first: open.slice(0, SHOWN).map((invoice) => ({
      id: invoice.id,
      number: invoice.number ?? "",
      dueAt: isoOrNull(invoice.dueAt),
      overdue: late(invoice),
      left: money(amountDue(invoice), invoice.currency),
      byHand: autopay && givenUp(invoice),
      payable: invoice.allocations.length === 0 && can(viewer, "billing.invoices.pay", invoice),
    })),
  };
}
