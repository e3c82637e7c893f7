import { type AccessPlan, rolesIn } from "./access-plan";
import { contactAccess } from "./contact-access";
import { nothing, type PermissionMasks } from "./permission-masks";
import { isOver, isOwner, type Subject } from "./subject";

/** What a contact holds at a given time, ignoring suspensions, closed accounts and areas turned off. */
export interface EffectiveAccess {
  readonly cells: PermissionMasks;
  readonly services: readonly string[] | null;
}

export const nobody: EffectiveAccess = { cells: nothing, services: null };

/** What a subject holds at a given time. */
export function effectiveAccessOf(subject: Subject, at: Date): EffectiveAccess {
  const ended = isOver(subject.gates.contactEndsAt, at) && !isOwner(subject);
  return { cells: ended ? nothing : contactAccess({ ...subject, now: at }), services: subject.serviceLimit };
}

/** What a contact would hold at a given time with a plan applied. */
export function effectiveAccessUnder(plan: AccessPlan, at: Date): EffectiveAccess {
  const holder = { ...holderUnder(plan), now: at };
  const ended = isOver(plan.endsAt, at) && !isOwner(holder);
  return { cells: ended ? nothing : contactAccess(holder), services: plan.serviceLimit };
}

/** A plan as if a contact already held it. */
function holderUnder(plan: AccessPlan) {
  return {
    contactId: "planned",
    accountId: "planned",
    roles: rolesIn(plan).map(({ role, endsAt }) => ({ role, endsAt, givenBy: null, givenAt: new Date(0) })),
    overrides: plan.overrides.map(({ endsAt = null, ...override }) => ({ ...override, endsAt, givenBy: null })),
    serviceLimit: plan.serviceLimit,
    departmentsOff: plan.departmentsOff ?? [],
  };
}
