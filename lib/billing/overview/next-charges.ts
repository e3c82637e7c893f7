import { plannedCharges } from "@/lib/billing/core/dunning/planned-charges";
import { nextPlanOf } from "@/lib/billing/core/pricing/next-plan";
import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
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

const automatic = async (context: Context<"account">): Promise<Charge[]> =>
  (await plannedCharges(context, SHOWN)).map(({ at, number, dueMinor, currency }) => ({
    at: iso(at),
    kind: "autopay",
    what: t("Invoice {number}", { number: number ?? "" }),
    amount: money(dueMinor, currency),
  }));

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
    const what =
      group.length === 1
        ? first.name
        : t("{count, plural, one {# service} other {# services}}", { count: group.length });
    return [{ at: iso(first.renewsAt), kind: "renewal" as const, what, amount: money(minor, first.currency) }];
  });
}

function priceOf(service: { readonly priceMinor: bigint; readonly nextPlan: unknown }): bigint {
  const plan = nextPlanOf(service);
  return plan === null ? service.priceMinor : BigInt(plan.priceMinor);
}
