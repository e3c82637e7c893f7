import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { nextPlanOf } from "@/lib/billing/core/pricing/next-plan";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import type { Overview } from "./schema";

type Charge = Overview["nextCharges"][number];

const SHOWN = 5;

/** Upcoming charges: autopay of open invoices, and service renewals. */
export async function nextCharges(context: Context<"account">, autopay: boolean): Promise<Charge[]> {
  const charges = autopay && canSome(context.viewer, "billing.invoices.view") ? await automatic(context) : [];
  return [...charges, ...(await renewals(context))].sort((a, b) => a.at.localeCompare(b.at)).slice(0, SHOWN);
}

/**
 * The next autopay charges: planned attempts, and first ones on the due date. After the last failed attempt there is
 * no retry, and while a payment is in progress no charge.
 */
async function automatic(context: Context<"account">): Promise<Charge[]> {
  const planned = await earliest(context, { nextChargeAt: { not: null } }, "nextChargeAt");
  const first = await earliest(context, { nextChargeAt: null, chargeAttempts: 0, dueAt: { not: null } }, "dueAt");
  return [...planned, ...first].flatMap((invoice) => {
    const { number, currency } = invoice;
    const at = invoice.nextChargeAt ?? invoice.dueAt;
    if (at === null) return [];
    const next = at < context.now ? context.now : at;
    return [
      { at: iso(next), kind: "autopay" as const, what: `Invoice ${number}`, amount: money(amountDue(invoice), currency) },
    ];
  });
}

const earliest = (context: Context<"account">, when: Prisma.InvoiceWhereInput, by: "nextChargeAt" | "dueAt") =>
  context.db.invoice.findMany({
    where: accessibleWhere<"billing.invoices.view", Prisma.InvoiceWhereInput>(context, "billing.invoices.view", {
      ...when,
      statusKey: "open",
      allocations: { none: { state: "reserved" } },
    }),
    select: {
      number: true,
      status: true,
      currency: true,
      totalMinor: true,
      paidMinor: true,
      creditedMinor: true,
      dueAt: true,
      nextChargeAt: true,
    },
    orderBy: [{ [by]: "asc" }, { id: "asc" }],
    take: SHOWN,
  });

/** Renewals, one entry for all services that renew at the same time in the same currency. */
async function renewals(context: Context<"account">): Promise<Charge[]> {
  const services = await context.db.service.findMany({
    where: accessibleWhere(context, "billing.prices.view", {
      // Suspended services are still invoiced.
      status: { in: ["active" as const, "suspended" as const] },
      cancelAtPeriodEnd: false,
      renewsAt: { gte: context.now },
    }),
    select: { id: true, accountId: true, name: true, renewsAt: true, priceMinor: true, currency: true, nextPlan: true },
    orderBy: [{ renewsAt: "asc" }, { id: "asc" }],
  });
  const groups = new Map<string, typeof services>();
  for (const service of services.filter((one) => can(context.viewer, "services.view", one))) {
    const key = `${service.renewsAt?.getTime()} ${service.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.renewsAt) return [];
    const minor = group.reduce((sum, one) => sum + priceOf(one), 0n);
    const what = group.length === 1 ? first.name : `${group.length} services`;
    return [{ at: iso(first.renewsAt), kind: "renewal" as const, what, amount: money(minor, first.currency) }];
  });
}

function priceOf(service: { readonly priceMinor: bigint; readonly nextPlan: unknown }): bigint {
  const plan = nextPlanOf(service);
  return plan === null ? service.priceMinor : BigInt(plan.priceMinor);
}
