import { z } from "zod";
import { dueByCurrency } from "@/lib/billing/core/receivables/due-by-currency";
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
async function invoicesDue(context: Context<"account">): Promise<z.input<typeof schema>> {
  const due = await dueByCurrency(context);
  const count = (of: "unpaidCount" | "overdueCount") => due.reduce((sum, one) => sum + one[of], 0);
  const first = await context.db.invoice.findFirst({
    where: accessibleWhere(context, "billing.invoices.view", { statusKey: "open", dueAt: { not: null } }),
    select: { id: true, number: true, dueAt: true, dueMinor: true, currency: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return {
    dueCount: count("unpaidCount"),
    overdueCount: count("overdueCount"),
    totals: due.map(({ currency, dueMinor }) => money(dueMinor, currency)),
    next: first?.dueAt
      ? {
          id: first.id,
          number: first.number ?? "",
          dueAt: iso(first.dueAt),
          left: money(first.dueMinor, first.currency),
        }
      : null,
  };
}
