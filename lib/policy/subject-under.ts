import { type AccessPlan, rolesIn } from "./access-plan";
import type { Subject } from "./subject";

/** A contact as they would be with a plan applied. */
export function subjectUnder(subject: Subject, plan: AccessPlan): Subject {
  return {
    ...subject,
    roles: rolesIn(plan).map((held) => ({ ...held, givenBy: null, givenAt: subject.now })),
    overrides: plan.overrides.map(({ endsAt = null, ...override }) => ({ ...override, endsAt, givenBy: null })),
    recordGrants: (plan.recordGrants ?? []).map((grant) => ({ ...grant, givenBy: null })),
    serviceLimit: plan.serviceLimit,
    departmentsOff: plan.departmentsOff ?? [],
    gates: { ...subject.gates, contactEndsAt: plan.endsAt },
  };
}
