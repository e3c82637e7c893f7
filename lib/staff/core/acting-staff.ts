import { currentBrand } from "@/lib/platform/brand/current-brand";
import type { Context } from "@/lib/platform/operations/operation";

/** The viewer as customers know them: they know the company rather than its individual staff. */
export const actingStaff = async ({ actor }: Context) => ({
  personId: actor.personId,
  name: `${actor.name}, ${(await currentBrand()).name}`,
});
