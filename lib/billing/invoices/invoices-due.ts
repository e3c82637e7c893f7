import type { z } from "zod";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import type { invoicesPart } from "@/lib/home/dashboard/schema";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";

/** Open invoices among those the viewer may see: how many, how much is left to pay, and which comes next. */
export async function invoicesDue(context: Context): Promise<z.input<typeof invoicesPart>> {
  const { db, now } = context;
  const open = (extra: object) => rows(context, "billing.invoices.view", { status: "open" as const, ...extra });
  const dueCount = await db.invoice.count({ where: open({}) });
  const overdueCount = await db.invoice.count({ where: open({ dueAt: { lt: now } }) });
  const sums = await db.invoice.groupBy({
    by: ["currency"],
    where: open({}),
    _sum: { totalMinor: true, paidMinor: true, creditedMinor: true },
    orderBy: { currency: "asc" },
  });
  const first = await db.invoice.findFirst({
    where: open({ dueAt: { not: null } }),
    select: {
      id: true,
      number: true,
      dueAt: true,
      totalMinor: true,
      paidMinor: true,
      creditedMinor: true,
      currency: true,
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return {
    dueCount,
    overdueCount,
    totals: sums.map(({ currency, _sum: { totalMinor, paidMinor, creditedMinor } }) =>
      money(
        unsettled({ totalMinor: totalMinor ?? 0n, paidMinor: paidMinor ?? 0n, creditedMinor: creditedMinor ?? 0n }),
        currency,
      ),
    ),
    next: first?.dueAt
      ? {
          id: first.id,
          number: first.number ?? "",
          dueAt: iso(first.dueAt),
          left: money(unsettled(first), first.currency),
        }
      : null,
  };
}
