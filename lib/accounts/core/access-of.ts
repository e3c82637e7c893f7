import type { GivenRole } from "@/lib/platform/db/generated/enums";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { givenRoles } from "./access-schema";

interface HeldRole<R> {
  readonly role: R;
  readonly endsAt: Date | null;
}

/** The roles of a plan stored as ContactRole rows: all except ownership. */
export const givenRolesIn = (plan: AccessPlan): HeldRole<GivenRole>[] =>
  rolesIn(plan).flatMap(({ role, endsAt }) =>
    givenRoles.filter((one) => one === role).map((one) => ({ role: one, endsAt })),
  );

/** A plan as the activity log stores it, to compare before and after. */
export const accessRecord = (plan: AccessPlan) => ({
  roles: rolesIn(plan).map(({ role, endsAt }) => ({ role, endsAt: isoOrNull(endsAt) })),
  overrides: plan.overrides.map(({ permission, effect, endsAt = null }) => ({
    permission,
    effect,
    endsAt: isoOrNull(endsAt),
  })),
  recordGrants: (plan.recordGrants ?? []).map(({ endsAt, ...grant }) => ({ ...grant, endsAt: iso(endsAt) })),
  services: plan.serviceLimit === null ? null : [...plan.serviceLimit],
  departmentsOff: [...(plan.departmentsOff ?? [])],
  endsAt: isoOrNull(plan.endsAt),
});
