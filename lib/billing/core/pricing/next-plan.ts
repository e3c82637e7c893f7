import { z } from "zod";

/** A selected option, by slugs, with the choice's name at that time. `Service.options` is a list of them. */
export const chosenOption = z.object({ option: z.string(), choice: z.string(), name: z.string() });

export type ChosenOption = z.infer<typeof chosenOption>;

/** The plan a service changes to on renewal, as stored in `Service.nextPlan`. The price is in minor units. */
export const nextPlan = z.object({
  productId: z.uuid(),
  interval: z.enum(["month", "year"]),
  options: z.array(chosenOption),
  priceMinor: z.int().min(0),
});

export type NextPlan = z.infer<typeof nextPlan>;

/** Null if the plan stays the same. Throws if the column has an invalid value, which is a bug. */
export const nextPlanOf = (service: { readonly nextPlan: unknown }): NextPlan | null =>
  service.nextPlan === null ? null : nextPlan.parse(service.nextPlan);

/** The selected location; null if the product has no location option. */
export const locationIn = (options: readonly ChosenOption[]): string | null =>
  options.find(({ option }) => option === "location")?.name ?? null;

/** The service columns that apply a plan; the caller that renews sets the period. */
export function columnsOf({ priceMinor, options, ...plan }: NextPlan) {
  const location = locationIn(options);
  return { ...plan, options, priceMinor: BigInt(priceMinor), ...(location === null ? {} : { location }) };
}
