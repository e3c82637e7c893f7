import type { AccessPlan } from "./access-plan";
import { effectiveAccessUnder } from "./effective-access";
import { instantsIn } from "./instants";
import { isSupersetOf } from "./is-superset-of";
import { permissionKeys } from "./permissions";

/** Does the plan allow nothing that `approved` doesn't, now and at every later time at which one of them expires? */
export function isWithin(plan: AccessPlan, approved: AccessPlan, now: Date): boolean {
  return instantsIn([plan, approved], now).every((at) => {
    const given = effectiveAccessUnder(plan, at);
    const wanted = effectiveAccessUnder(approved, at);
    return permissionKeys.every((permission) => isSupersetOf(wanted, given, permission));
  });
}
