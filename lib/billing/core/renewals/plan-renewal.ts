import { z } from "zod";
import type { BillingContext } from "@/lib/billing/core/billing-context";
import { chosenOption, columnsOf, nextPlanOf } from "@/lib/billing/core/pricing/next-plan";
import { billingDayOf, type Period, periodFrom } from "@/lib/billing/core/pricing/period";
import type { LineToInvoice } from "@/lib/billing/core/pricing/price-lines";
import type { BillingInterval } from "@/lib/platform/db/generated/enums";

/** The service fields a renewal needs. */
export interface RenewingService {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly productId: string;
  readonly product: { readonly name: string; readonly taxCategory: string };
  readonly priceMinor: bigint;
  readonly currency: string;
  readonly interval: BillingInterval;
  readonly options: unknown;
  readonly nextPlan: unknown;
  readonly billingDay: number | null;
  readonly renewsAt: Date | null;
}

export interface ServiceRenewal {
  readonly serviceId: string;
  readonly version: number;
  readonly currency: string;
  readonly firstStart: Date;
  /** One per period. */
  readonly lines: readonly LineToInvoice[];
  /** The service's columns after the renewal. */
  readonly after: Readonly<Record<string, unknown>>;
}

/** The invoice lines for renewing a service, and its columns afterwards. A plan selected for the renewal starts now. */
export async function planRenewal(
  work: BillingContext,
  service: RenewingService,
  until: Date,
): Promise<ServiceRenewal> {
  const plan = nextPlanOf(service);
  const product = plan === null ? service.product : await productOf(work, plan.productId);
  const current = plan === null ? service : { ...service, ...columnsOf(plan) };
  const firstStart = service.renewsAt ?? until;
  const billingDay = service.billingDay ?? billingDayOf(firstStart);
  const periods = periodsUntil(firstStart, current.interval, billingDay, until);
  const last = periods.at(-1) ?? periodFrom(firstStart, current.interval, billingDay);
  return {
    serviceId: service.id,
    version: service.version,
    currency: service.currency,
    firstStart,
    lines: periods.map(({ start, end }) => ({
      kind: "recurring",
      description: inWords(product.name, service.name, current.options),
      quantity: 1,
      unitMinor: current.priceMinor,
      taxCategory: product.taxCategory,
      serviceId: service.id,
      periodStart: start,
      periodEnd: end,
    })),
    after: {
      ...(plan === null ? {} : columnsOf(plan)),
      periodStart: last.start,
      renewsAt: last.end,
      billingDay,
    },
  };
}

/** The periods from `start` that have started by `until`. */
export function periodsUntil(start: Date, interval: BillingInterval, billingDay: number, until: Date): Period[] {
  const periods: Period[] = [];
  for (let next = start; next <= until; ) {
    const period = periodFrom(next, interval, billingDay);
    periods.push(period);
    next = period.end;
  }
  return periods;
}

const productOf = ({ db }: BillingContext, id: string) =>
  db.product.findUniqueOrThrow({ where: { id }, select: { name: true, taxCategory: true } });

function inWords(product: string, service: string, options: unknown): string {
  const chosen = z.array(chosenOption).parse(options);
  const names = chosen.map(({ name }) => name).join(", ");
  return names === "" ? `${product}: ${service}` : `${product}: ${service} (${names})`;
}
