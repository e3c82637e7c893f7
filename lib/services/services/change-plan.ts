import { z } from "zod";
import type { IssuedInvoice } from "@/lib/billing/core/invoicing/book-invoice";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { locationIn } from "@/lib/billing/core/pricing/next-plan";
import type { LineToInvoice } from "@/lib/billing/core/pricing/price-lines";
import { creditUnusedTime } from "@/lib/billing/core/pricing/unused-time";
import { dueDate, schedule } from "@/lib/billing/core/renewals/schedule";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { noJson } from "@/lib/platform/db/no-json";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { term, wantedOptions } from "@/lib/services/core/schema";
import { planTime } from "@/lib/services/services/schema";
import { notifyPlanChange } from "./notify-plan-change";
import { type PlanChange, serviceToChange, workOutChange } from "./plan-change";

/**
 * Another product of the family, other options, another interval. Now: the unused part of the old plan is credited and
 * the new one invoiced. At renewal: stored until then, and nothing is charged. Without `when`, a downgrade waits.
 */
export const changePlan = defineCommand({
  name: "services.change-plan",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "Change the plan of a service, immediately or at renewal",
  activity: "change a plan",
  lockAccount: true,
  once: true,
  input: z.object({
    serviceId: id,
    productId: id,
    term: term.optional(),
    options: wantedOptions,
    when: planTime.optional(),
    dueSeen: moneySchema.shape.amountMinor
      .optional()
      .describe(
        "The amount due now as shown to the customer, in minor units; the change is rejected if it has changed",
      ),
    version,
  }),
  output: z.object({ id, when: planTime, startsAt: isoDateTime, version }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/plan" },
  async run(context, { serviceId, dueSeen, version: seen, ...wanted }) {
    const service = await serviceToChange(context, serviceId);
    if (service.version !== seen) throw staleVersion();
    const change = await workOutChange(context, service, wanted);
    const columns = change.when === "now" ? columnsNow(change) : { nextPlan: planToCome(change) };
    const { count } = await context.db.service.updateMany({
      where: accessibleWhere(context, "services.view", { id: serviceId, version: seen, status: "active" as const }),
      data: { ...columns, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    const invoice = change.when === "now" ? await settleAccounts(context, change) : null;
    refuseOtherDue(context, invoice, dueSeen);
    await notifyPlanChange(context, change, invoice);
    const { when, product, startsAt } = change;
    return {
      output: { id: serviceId, when, startsAt: iso(startsAt), version: seen + 1 },
      audit: {
        summary:
          when === "now"
            ? say("Changed the plan of {name} to {product}", { name: service.name, product: product.name })
            : say("Changed the plan of {name} to {product}, effective at renewal", {
                name: service.name,
                product: product.name,
              }),
        target: { type: "service", id: serviceId },
        details: { from: service.productId, to: product.id },
      },
    };
  },
});

/** The unused part first: account credit from it is applied to the new invoice. */
async function settleAccounts(context: Context<"account">, change: PlanChange): Promise<IssuedInvoice | null> {
  const { service, charge, plan } = change;
  if (charge === null) return null;
  await refuseSamePeriod(context, charge);
  const { now } = context;
  await creditUnusedTime(context, service, { reason: t("Plan change"), issuedByName: context.actor.name });
  return issueInvoice(context, { currency: plan.currency, lines: [charge], dueAt: dueDate(schedule(), now, now) });
}

/** A new period that starts at the same instant as one invoiced concurrently: the unique index rejects one of them. */
async function refuseSamePeriod({ db, account }: Context<"account">, charge: LineToInvoice): Promise<void> {
  const { kind, serviceId, periodStart } = charge;
  if (kind !== "recurring" || !serviceId || !periodStart) return;
  const invoiced = await db.invoiceLine.count({
    where: { accountId: account.id, kind, serviceId, periodStart, counts: true },
  });
  if (invoiced > 0) throw new Problem("conflict", t("The plan was just changed by someone else. Try again."));
}

function columnsNow({ product, plan, period, billingDay }: PlanChange) {
  const { interval, options, priceMinor } = plan;
  const location = locationIn(options);
  return {
    productId: product.id,
    interval,
    options,
    priceMinor,
    periodStart: period.start,
    renewsAt: period.end,
    billingDay,
    nextPlan: noJson,
    ...(location === null ? {} : { location }),
  };
}

const planToCome = ({ product, plan }: PlanChange): Prisma.InputJsonValue => ({
  productId: product.id,
  interval: plan.interval,
  options: plan.options,
  priceMinor: Number(plan.priceMinor),
});

/** Throws, and so rolls everything back. Viewers who can't see prices must not find them out by trying. */
function refuseOtherDue(context: Context, invoice: IssuedInvoice | null, seen: number | undefined): void {
  if (seen === undefined || BigInt(seen) === (invoice?.dueMinor ?? 0n)) return;
  if (!canSome(context.viewer, "billing.prices.view")) return;
  throw new Problem("conflict", t("The amount due has changed. Review the change before confirming it."));
}
