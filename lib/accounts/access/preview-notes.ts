import { dayFor } from "@/lib/accounts/core/day-for";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { effectiveAccessUnder } from "@/lib/policy/effective-access";
import { maskAt } from "@/lib/policy/permission-masks";
import { nameOf } from "@/lib/policy/permissions";
import { roles } from "@/lib/policy/roles";
import type { Subject } from "@/lib/policy/viewer";

/** What is worth knowing of a change before it is saved, beside what it gives and takes. */
export function previewNotes(
  context: Context,
  target: Subject | null,
  next: AccessPlan,
  held: readonly string[],
): string[] {
  return [
    ...aboutOneself(context, target, next),
    ...aboutStanding(target),
    ...aboutInvitations(held),
    ...aboutBilling(next),
    ...aboutEnds(context, next),
  ];
}

/** Nobody should find out afterwards that they have locked themselves out. */
function aboutOneself({ viewer, realNow: now }: Context, target: Subject | null, next: AccessPlan): string[] {
  if (target === null || target.contactId !== viewer.contactId) return [];
  const keeps = maskAt(effectiveAccessUnder(next, now).cells, "people.roles.change") !== 0;
  return keeps
    ? ["This is your own access."]
    : ["This is your own access: afterwards you cannot change it back yourself."];
}

function aboutStanding(target: Subject | null): string[] {
  return target?.gates.contactSuspended ? ["They are suspended: all of this waits until they are restored."] : [];
}

/** What they gave to others is worth no more than they could still give. */
function aboutInvitations(held: readonly string[]): string[] {
  if (held.length === 0) return [];
  const names = new Intl.ListFormat("en-GB").format(held);
  return [`${names} ${held.length > 1 ? "have" : "has"} an open invitation from them, which will then need approval.`];
}

/** "Billing only" may stand alone, though it is meant to go with another role. */
function aboutBilling(next: AccessPlan): string[] {
  const held = rolesIn(next);
  return held.length === 1 && held[0]?.role === "billing"
    ? [
        "Billing is meant to accompany another role. It works alone: invoices and cards, no tickets and no login details.",
      ]
    : [];
}

function aboutEnds(context: Context, next: AccessPlan): string[] {
  const day = dayFor(context);
  const ends = [
    ...rolesIn(next).map(({ role, endsAt }) => ({ what: `The role ${roles[role].name}`, endsAt })),
    ...next.overrides.map(({ permission, effect, endsAt = null }) => ({
      what: `“${nameOf(permission)}” switched ${effect}`,
      endsAt,
    })),
  ];
  const single = ends.flatMap(({ what, endsAt }) => (endsAt ? [`${what} ends on ${day(endsAt)}.`] : []));
  return next.endsAt ? [`All access ends on ${day(next.endsAt)}.`, ...single] : single;
}
