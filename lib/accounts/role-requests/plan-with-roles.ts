import { type AccessPlan, nothingPlanned, planOf } from "@/lib/policy/access-plan";
import type { Subject } from "@/lib/policy/viewer";
import { type RolePreset, rolePresets } from "./schema";

/**
 * A contact's access with a standard role in place of all roles, until `endsAt`. Individual permissions, a limit to
 * services and the end of all access stay, because they were the customer's own choices. Null is someone new.
 */
export function planWithRoles(subject: Subject | null, preset: RolePreset, endsAt: Date | null): AccessPlan {
  const before = subject ? planOf(subject) : nothingPlanned;
  return { ...before, roles: rolePresets[preset].roles.map((role) => ({ role, endsAt })) };
}
