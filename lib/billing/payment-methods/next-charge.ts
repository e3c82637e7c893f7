import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { AutopayStanding } from "./schema";

/**
 * The date and amount of the next autopay charge: all invoices of that day, in the currency of the first. Only invoices
 * the viewer can see are included; null if none is scheduled.
 */
export async function nextCharge(context: Context<"account">): Promise<AutopayStanding["next"]> {
  const { db, now } = context;
  const waiting: Prisma.InvoiceWhereInput = {
    status: "open",
    dueAt: { not: null },
    allocations: { none: { state: "reserved" } },
    OR: [{ nextChargeAt: { not: null } }, { chargeAttempts: 0 }],
  };
  const open = await db.invoice.findMany({ where: accessibleWhere(context, "billing.invoices.view", waiting) });
  const charges = open
    .map((invoice) => ({ ...invoice, at: later(invoice.nextChargeAt ?? invoice.dueAt ?? now, now) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const [first] = charges;
  if (first === undefined) return null;
  const day = iso(first.at).slice(0, 10);
  const together = charges.filter(({ at, currency }) => iso(at).startsWith(day) && currency === first.currency);
  const sum = together.reduce((total, invoice) => total + amountDue(invoice), 0n);
  return { at: iso(first.at), amount: money(sum, first.currency), invoices: together.length };
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
