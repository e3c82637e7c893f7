import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { InvoiceList } from "./schema";

type Due = InvoiceList["due"][number];

/** The balance due, one entry per currency without conversion. */
export async function dueByCurrency(context: Context<"account">): Promise<Due[]> {
  const late = await openSums(context, { dueAt: { lt: context.now } });
  const open = await openSums(context, { OR: [{ dueAt: null }, { dueAt: { gte: context.now } }] });
  const currencies = [...new Set([...late.keys(), ...open.keys()])].sort();
  return currencies.map((currency) => {
    const [overdue, coming] = [late.get(currency), open.get(currency)];
    return {
      due: money((overdue?.sumMinor ?? 0n) + (coming?.sumMinor ?? 0n), currency),
      overdue: money(overdue?.sumMinor ?? 0n, currency),
      unpaidCount: (overdue?.count ?? 0) + (coming?.count ?? 0),
      overdueCount: overdue?.count ?? 0,
      nextDueAt: isoOrNull(coming?.firstDueAt ?? null),
    };
  });
}

async function openSums(context: Context<"account">, when: object) {
  const groups = await context.db.invoice.groupBy({
    by: ["currency"],
    where: accessibleWhere(context, "billing.invoices.view", { status: "open" as const, ...when }),
    _sum: { totalMinor: true, paidMinor: true, creditedMinor: true },
    _count: { _all: true },
    _min: { dueAt: true },
  });
  return new Map(
    groups.map(({ currency, _sum, _count, _min }) => [
      currency,
      {
        sumMinor: (_sum.totalMinor ?? 0n) - (_sum.paidMinor ?? 0n) - (_sum.creditedMinor ?? 0n),
        count: _count._all,
        firstDueAt: _min.dueAt,
      },
    ]),
  );
}
