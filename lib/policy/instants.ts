import { type AccessPlan, planOf, rolesIn } from "./access-plan";
import type { Subject } from "./subject";

/** Now, and every later time at which access of the actor, the target or the plan expires. */
export const instantsOf = (actor: Subject, target: Subject | null, next: AccessPlan, now: Date): Date[] =>
  instantsIn([planOf(actor), ...(target ? [planOf(target)] : []), next], now);

/** Now, and every later time at which something in these plans expires. */
export function instantsIn(plans: readonly AccessPlan[], now: Date): Date[] {
  const later = plans
    .flatMap(endsIn)
    .map((end) => end.getTime())
    .filter((time) => time > now.getTime());
  return [now, ...[...new Set(later)].map((time) => new Date(time))];
}

function endsIn(plan: AccessPlan): Date[] {
  const roles = rolesIn(plan).map((held) => held.endsAt);
  const overrides = plan.overrides.map((override) => override.endsAt ?? null);
  const single = (plan.recordGrants ?? []).map((grant) => grant.endsAt);
  return [plan.endsAt, ...roles, ...overrides, ...single].filter((end) => end !== null);
}
