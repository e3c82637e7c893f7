import { z } from "zod";

/** What was chosen of an option, by slugs, with the choice's name as it was then. `Service.options` is a list of them. */
export const chosenOption = z.object({ option: z.string(), choice: z.string(), name: z.string() });

export type ChosenOption = z.infer<typeof chosenOption>;

/** What a service becomes when it renews, as `Service.nextPlan` keeps it. The price is in minor units of its currency. */
export const nextPlan = z.object({
  productId: z.uuid(),
  interval: z.enum(["month", "year"]),
  options: z.array(chosenOption),
  priceMinor: z.int().min(0),
});

export type NextPlan = z.infer<typeof nextPlan>;

/** Null where the service goes on as it is. Throws where the column holds anything else: that is a fault of ours. */
export const nextPlanOf = (service: { readonly nextPlan: unknown }): NextPlan | null =>
  service.nextPlan === null ? null : nextPlan.parse(service.nextPlan);

/** Where it runs: what was chosen as its location; null where there is none to choose. */
export const locationIn = (options: readonly ChosenOption[]): string | null =>
  options.find(({ option }) => option === "location")?.name ?? null;

/** The columns of a service that take a plan over; the period it starts with is for whoever renews it. */
export function columnsOf({ priceMinor, options, ...plan }: NextPlan) {
  const location = locationIn(options);
  return { ...plan, options, priceMinor: BigInt(priceMinor), ...(location === null ? {} : { location }) };
}
