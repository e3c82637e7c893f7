import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { can } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { liveGrants } from "@/lib/policy/record-grants";
import { roleChange } from "@/lib/policy/role-change";
import { type Subject, viewerOf } from "@/lib/policy/viewer";

/** A permission for everything, or for one record alone. */
export interface Wanted {
  readonly permission: Permission;
  readonly recordId: string | null;
}

/** A contact's access with one more permission granted. For one record alone it always ends; those that have ended go. */
export function withPermission(subject: Subject, { permission, recordId }: Wanted, endsAt: Date | null): AccessPlan {
  const plan = planOf(subject);
  if (recordId === null) {
    const others = plan.overrides.filter((one) => one.permission !== permission);
    return { ...plan, overrides: [...others, { permission, effect: "on", endsAt }] };
  }
  if (endsAt === null) throw new TypeError("A permission for a single record needs an end.");
  const others = liveGrants(subject).filter((one) => one.permission !== permission || one.recordId !== recordId);
  return { ...plan, recordGrants: [...others, { permission, recordId, endsAt }] };
}

/**
 * Who on the account may answer a request of the viewer, and could grant what is planned. Never the viewer, since nobody
 * gives what they do not hold.
 */
export async function grantorsOf(context: Context, next: AccessPlan): Promise<AccountMember[]> {
  const { subject } = context.viewer;
  return (await context.people()).filter((one) => {
    if (!one.hasLogin) return false;
    const other = viewerOf(one.subject);
    return can(other, "people.requests.answer") && roleChange(other, { subject }, next).ok;
  });
}
