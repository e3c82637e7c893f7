import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { can } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import { type Subject, viewerOf } from "@/lib/policy/viewer";

/** A contact's access with one more permission granted. */
export function withPermission(subject: Subject, permission: Permission, endsAt: Date | null = null): AccessPlan {
  const plan = planOf(subject);
  const others = plan.overrides.filter((one) => one.permission !== permission);
  return { ...plan, overrides: [...others, { permission, effect: "on", endsAt }] };
}

/**
 * Who on the account may answer a request of the viewer for this permission, and could grant it until `endsAt`. Never the
 * viewer, since nobody gives what they do not hold.
 */
export async function grantorsOf(
  context: Context,
  permission: Permission,
  endsAt: Date | null,
): Promise<AccountMember[]> {
  const { subject } = context.viewer;
  const next = withPermission(subject, permission, endsAt);
  return (await context.people()).filter((one) => {
    if (!one.hasLogin) return false;
    const other = viewerOf(one.subject);
    return can(other, "people.requests.answer") && roleChange(other, { subject }, next).ok;
  });
}
