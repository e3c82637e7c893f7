import type { ContactKind } from "@/lib/platform/db/generated/enums";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { isNotice, type RoleChange, roleChange } from "@/lib/policy/role-change";
import type { Subject } from "@/lib/policy/viewer";
import type { AccessInput } from "./access-schema";
import { planAccess } from "./plan-access";

/** The contact to change, or the kind of contact to create. */
export interface Target {
  readonly kind: ContactKind;
  /** Null for a new contact. */
  readonly subject: Subject | null;
}

export interface JudgedAccess {
  readonly before: AccessPlan | null;
  readonly next: AccessPlan;
  readonly verdict: RoleChange;
}

/**
 * What a change would do, and whether the viewer may make it. The preview shows this result and saving acts on it, so
 * the two can't differ. Throws `invalid` for contradictory input.
 */
export async function validateAccessChange(
  context: Context,
  target: Target,
  asked: AccessInput,
): Promise<JudgedAccess> {
  if (target.kind === "nonMember") refuseMoreThanNotices(asked);
  const next = await planAccess(context, asked, target.subject);
  const verdict = roleChange(context.viewer, target.subject && { subject: target.subject }, next);
  return { before: target.subject && planOf(target.subject), next, verdict };
}

function refuseMoreThanNotices({ roles, overrides, limitedToServices, departmentsOff }: AccessInput): void {
  if (roles.length > 0) throw invalidField("roles", t("Notification-only contacts can't have roles."));
  if (limitedToServices) throw invalidField("limitedToServices", t("Notifications can't be limited to services."));
  if (departmentsOff.length > 0)
    throw invalidField("departmentsOff", t("Notifications can't be limited to departments."));
  const other = overrides.find(({ permission, effect }) => !isNotice(permission) || effect === "off");
  if (other) throw invalidField("overrides", t("Notification-only contacts can only get notifications."));
}
