import { atDueDate, atNextAttempt, chargeable, plannedCharges } from "@/lib/billing/core/dunning/planned-charges";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays, iso, startOfDay } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { AutopayStanding } from "./schema";

/**
 * The date and amount of the next autopay charge: all invoices of that day, in the currency of the first. Only invoices
 * the viewer can see are included; null if none is scheduled.
 */
export async function nextCharge(context: Context<"account">): Promise<AutopayStanding["next"]> {
  const [first] = await plannedCharges(context, 1);
  if (first === undefined) return null;
  // Nothing is planned before the first, so the day has no beginning.
  const before = { lt: addDays(startOfDay(first.at), 1) };
  const { _sum, _count } = await context.db.invoice.aggregate({
    where: accessibleWhere<"billing.invoices.view", Prisma.InvoiceWhereInput>(context, "billing.invoices.view", {
      ...chargeable,
      OR: [
        { ...atNextAttempt, nextChargeAt: before },
        { ...atDueDate, dueAt: before },
      ],
      currency: first.currency,
    }),
    _sum: { dueMinor: true },
    _count: { _all: true },
  });
  return { at: iso(first.at), amount: money(_sum.dueMinor ?? 0n, first.currency), invoices: _count._all };
}
