import { z } from "zod";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";

const schema = z.object({
  dueCount: z.int(),
  overdueCount: z.int(),
  totals: z.array(moneySchema),
  next: z.object({ id, number: z.string(), dueAt: isoDateTime, left: moneySchema }).nullable(),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    invoices: z.infer<typeof schema>;
  }
}

export const invoicesPart = defineDashboardPart({
  name: "invoices",
  permission: "billing.invoices.view",
  schema,
  load: invoicesDue,
});

/** Open invoices the viewer can see: the count, the amount due, and the next due date. */
async function invoicesDue(context: Context): Promise<z.input<typeof schema>> {
  const { db, now } = context;
  const open = (extra: object) =>
    accessibleWhere(context, "billing.invoices.view", { status: "open" as const, ...extra });
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
