import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

export interface DueInCurrency {
  readonly currency: string;
  readonly dueMinor: bigint;
  readonly overdueMinor: bigint;
  readonly unpaidCount: number;
  readonly overdueCount: number;
  /** The next due date that has not passed. */
  readonly nextDueAt: Date | null;
}

/**
 * The balance due of the open invoices the viewer can see, one entry per currency without conversion. Added up from an
 * index alone, so that it stays quick with thousands of them.
 */
export async function dueByCurrency(context: Context<"account">): Promise<DueInCurrency[]> {
  const late = await openSums(context, { dueAt: { lt: context.now } });
  const open = await openSums(context, { OR: [{ dueAt: null }, { dueAt: { gte: context.now } }] });
  const currencies = [...new Set([...late.keys(), ...open.keys()])].sort();
  return currencies.map((currency) => {
    const [overdue, coming] = [late.get(currency), open.get(currency)];
    return {
      currency,
      dueMinor: (overdue?.sumMinor ?? 0n) + (coming?.sumMinor ?? 0n),
      overdueMinor: overdue?.sumMinor ?? 0n,
      unpaidCount: (overdue?.count ?? 0) + (coming?.count ?? 0),
      overdueCount: overdue?.count ?? 0,
      nextDueAt: coming?.firstDueAt ?? null,
    };
  });
}

async function openSums(context: Context<"account">, when: object) {
  const groups = await context.db.invoice.groupBy({
    by: ["currency"],
    where: accessibleWhere(context, "billing.invoices.view", { statusKey: "open", ...when }),
    _sum: { dueMinor: true },
    _count: { _all: true },
    _min: { dueAt: true },
  });
  return new Map(
    groups.map(({ currency, _sum, _count, _min }) => [
      currency,
      { sumMinor: _sum.dueMinor ?? 0n, count: _count._all, firstDueAt: _min.dueAt },
    ]),
  );
}
