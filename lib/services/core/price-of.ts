import { money } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { ServicePrice } from "./schema";

interface Priced {
  readonly id: string;
  readonly accountId: string;
  readonly priceMinor: bigint;
  readonly currency: string;
  readonly interval: ServicePrice["interval"];
}

/** Spread into a DTO: the price, or nothing at all, so that not even an empty field reveals that there is one. */
export const priceOf = (context: Context, service: Priced): { price?: ServicePrice } =>
  can(context.viewer, "billing.prices.view", service)
    ? { price: { ...money(service.priceMinor, service.currency), interval: service.interval } }
    : {};
