import { type AccessPlan, rolesIn } from "./access-plan";
import { contactAccess } from "./contact-access";
import type { Department } from "./departments";
import { nothing, type PermissionMasks } from "./permission-masks";
import { liveGrants } from "./record-grants";
import { isOver, isOwner, type RecordGrant, type Subject } from "./subject";

/** What a contact holds at a given time, ignoring suspensions, closed accounts and areas turned off. */
export interface EffectiveAccess {
  readonly cells: PermissionMasks;
  readonly services: readonly string[] | null;
  /** On which single records they hold what: `ifGranted`. */
  readonly granted: readonly Pick<RecordGrant, "permission" | "recordId">[];
  readonly departmentsOff: readonly Department[];
}

export const nobody: EffectiveAccess = { cells: nothing, services: null, granted: [], departmentsOff: [] };

/** What a subject holds at a given time. */
export function effectiveAccessOf(subject: Subject, at: Date): EffectiveAccess {
  const ended = isOver(subject.gates.contactEndsAt, at) && !isOwner(subject);
  return reachOf({ ...subject, now: at }, ended);
}

/** What a contact would hold at a given time with a plan applied. */
export function effectiveAccessUnder(plan: AccessPlan, at: Date): EffectiveAccess {
  const holder = { ...holderUnder(plan), now: at };
  const ended = isOver(plan.endsAt, at) && !isOwner(holder);
  return reachOf(holder, ended);
}

function reachOf(holder: Parameters<typeof contactAccess>[0], ended: boolean): EffectiveAccess {
  const { serviceLimit: services, departmentsOff } = holder;
  return { cells: ended ? nothing : contactAccess(holder), services, granted: liveGrants(holder), departmentsOff };
}

/** A plan as if a contact already held it. */
function holderUnder(plan: AccessPlan) {
  return {
    contactId: "planned",
    accountId: "planned",
    roles: rolesIn(plan).map(({ role, endsAt }) => ({ role, endsAt, givenBy: null, givenAt: new Date(0) })),
    overrides: plan.overrides.map(({ endsAt = null, ...override }) => ({ ...override, endsAt, givenBy: null })),
    recordGrants: (plan.recordGrants ?? []).map((grant) => ({ ...grant, givenBy: null })),
    serviceLimit: plan.serviceLimit,
    departmentsOff: plan.departmentsOff ?? [],
  };
}
