import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { t } from "@/lib/platform/language/t";
import { type AccessPlan, planOf, sameAccess } from "@/lib/policy/access-plan";
import { isOver } from "@/lib/policy/subject";

/** Why a standard role would have no effect on a person, although it may be assigned; null if it has one. */
export function roleHindrance(contact: KnownContact, next: AccessPlan, now: Date): string | null {
  const { name, status, endsAt, person } = contact;
  if (status === "suspended")
    return t("{name} is suspended. The owner or an administrator must restore their access first.", { name });
  if (isOver(endsAt, now))
    return t("{name}'s access has ended. The owner or an administrator must extend it first.", { name });
  return sameAccess(planOf(person.subject), next) ? t("{name} already has exactly this role.", { name }) : null;
}
