import { type ChosenOption, chosenOption } from "@/lib/billing/core/pricing/next-plan";
import { billingDayOf, type Period, periodFrom } from "@/lib/billing/core/pricing/period";
import type { LineToInvoice } from "@/lib/billing/core/pricing/price-lines";
import { daysLeft, unusedPart, unusedPeriod } from "@/lib/billing/core/pricing/proration";
import { periodOf } from "@/lib/billing/core/pricing/unused-time";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type CatalogueProduct, loadProduct } from "@/lib/services/core/catalogue";
import { choosePlan, type Plan, planInWords } from "@/lib/services/core/plan";

export interface WantedPlan {
  readonly productId: string;
  readonly term?: Plan["interval"] | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly when?: "now" | "renewal" | undefined;
}

/** The effects of a plan change, computed before anything is written. */
export interface PlanChange {
  readonly service: ServiceToChange;
  readonly product: CatalogueProduct;
  readonly plan: Plan;
  readonly when: "now" | "renewal";
  /** When the new plan takes effect. */
  readonly startsAt: Date;
  /** The period after the change: the current one, or a new one if the interval differs. */
  readonly period: Period;
  readonly billingDay: number | null;
  /** What is invoiced now; null for a change at renewal, and on the last day of a period. */
  readonly charge: LineToInvoice | null;
}

const fields = {
  id: true,
  name: true,
  status: true,
  productId: true,
  interval: true,
  currency: true,
  priceMinor: true,
  options: true,
  startedAt: true,
  periodStart: true,
  billingDay: true,
  renewsAt: true,
  cancelAtPeriodEnd: true,
  nextPlan: true,
  version: true,
  product: { select: { name: true, family: true } },
} satisfies Prisma.ServiceSelect;

export type ServiceToChange = Prisma.ServiceGetPayload<{ select: typeof fields }>;

/** A service whose plan may be changed, if the viewer can see it. Throws `not-found`. */
export async function serviceToChange(context: Context<"account">, id: string): Promise<ServiceToChange> {
  const service = await context.db.service.findFirst({
    where: accessibleWhere(context, "services.view", { id }),
    select: fields,
  });
  if (service === null) throw notFound(t("Service not found."));
  return service;
}

/** Why the plan can't be changed at the moment; null if it can. */
export function whyNot({ status, cancelAtPeriodEnd, renewsAt }: ServiceToChange): string | null {
  if (status === "pending") return t("This service isn't set up yet. You can change its plan once it is.");
  if (status === "cancelled") return t("This service is cancelled.");
  if (status === "suspended") return t("This service is suspended. You can change its plan once it's active again.");
  if (cancelAtPeriodEnd) return t("Cancellation is scheduled. Undo it first.");
  if (renewsAt === null) return t("This service doesn't renew. Contact us to change its plan.");
  return null;
}

/**
 * Computes a plan change.
 *
 * @throws Problem `conflict` if none is possible, `invalid` at the field if the plan isn't for sale or is the
 * service's current one
 */
export async function workOutChange(
  context: Context<"account">,
  service: ServiceToChange,
  wanted: WantedPlan,
): Promise<PlanChange> {
  const period = periodOf(service);
  const obstacle = whyNot(service);
  if (obstacle !== null || period === null)
    throw new Problem("conflict", obstacle ?? t("This service has no billing period."));
  const product = await loadProduct(context.db, wanted.productId, service.currency);
  if (product === null || product.family !== service.product.family) {
    throw invalidField("productId", t("This plan isn't available for this service."));
  }
  const plan = choosePlan(product, wanted.term ?? service.interval, { ...kept(service, product), ...wanted.options });
  if (samePlan(service, product, plan)) throw invalidField("productId", t("This is already the current plan."));
  const when = wanted.when ?? (isSmaller(service, plan) ? "renewal" : "now");
  const known = { service, product, plan, when };
  if (when === "renewal") {
    return { ...known, startsAt: period.end, period, billingDay: service.billingDay, charge: null };
  }
  const { now } = context;
  if (plan.interval === service.interval) {
    return {
      ...known,
      startsAt: now,
      period,
      billingDay: service.billingDay,
      charge: chargeForRest(known, period, now),
    };
  }
  const billingDay = billingDayOf(now);
  const fresh = periodFrom(now, plan.interval, billingDay);
  return {
    ...known,
    startsAt: now,
    period: fresh,
    billingDay,
    charge: lineOf(known, "recurring", plan.priceMinor, fresh),
  };
}

type Known = Pick<PlanChange, "service" | "product" | "plan">;

function chargeForRest(known: Known, period: Period, now: Date): LineToInvoice | null {
  if (daysLeft(period, now) === 0) return null;
  return lineOf(known, "proration", unusedPart(known.plan.priceMinor, period, now), unusedPeriod(period, now));
}

const lineOf = (
  { service, product, plan }: Known,
  kind: LineToInvoice["kind"],
  unitMinor: bigint,
  { start, end }: Period,
): LineToInvoice => ({
  kind,
  description: inWords(planInWords(product.name, service.name, plan), kind),
  quantity: 1,
  unitMinor,
  taxCategory: product.taxCategory,
  serviceId: service.id,
  periodStart: start,
  periodEnd: end,
});

const inWords = (plan: string, kind: LineToInvoice["kind"]): string =>
  kind === "proration" ? t("{plan}, remainder of the period", { plan }) : plan;

/** A service's current choice of each option, by slug. */
export const optionsOf = (service: { readonly options: unknown }): ChosenOption[] =>
  chosenOption.array().parse(service.options);

/** Current choices that another plan offers as well, and so are kept. */
function kept(service: ServiceToChange, product: CatalogueProduct): Record<string, string> {
  const offered = optionsOf(service).filter(({ option, choice }) =>
    product.options.some(({ slug, choices }) => slug === option && choices.some((one) => one.slug === choice)),
  );
  return Object.fromEntries(offered.map(({ option, choice }) => [option, choice]));
}

function samePlan(service: ServiceToChange, product: CatalogueProduct, plan: Plan): boolean {
  if (service.productId !== product.id || service.interval !== plan.interval) return false;
  const mine = { ...usual(product), ...kept(service, product) };
  return plan.options.every(({ option, choice }) => mine[option] === choice);
}

const usual = (product: CatalogueProduct): Record<string, string> =>
  Object.fromEntries(
    product.options.map(({ slug, choices }) => [
      slug,
      (choices.find((one) => one.isDefault) ?? choices[0])?.slug ?? "",
    ]),
  );

/** Downgrades usually wait for the renewal: a lower price, or a switch from yearly to monthly billing. */
function isSmaller(service: ServiceToChange, plan: Plan): boolean {
  if (service.interval !== plan.interval) return plan.interval === "month";
  return plan.priceMinor < service.priceMinor;
}
