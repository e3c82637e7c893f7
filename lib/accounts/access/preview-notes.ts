import { dayFor } from "@/lib/accounts/core/day-for";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { effectiveAccessUnder } from "@/lib/policy/effective-access";
import { maskAt } from "@/lib/policy/permission-masks";
import { nameOf } from "@/lib/policy/permissions";
import { roles } from "@/lib/policy/roles";
import type { Subject } from "@/lib/policy/viewer";

/** What else to know about a change before saving it. */
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

/** Warns people before they lock themselves out. */
function aboutOneself({ viewer, realNow: now }: Context, target: Subject | null, next: AccessPlan): string[] {
  if (target === null || target.contactId !== viewer.contactId) return [];
  const keeps = maskAt(effectiveAccessUnder(next, now).cells, "people.roles.change") !== 0;
  return keeps
    ? ["You are changing your own access."]
    : ["You are changing your own access, and won't be able to change it back yourself."];
}

function aboutStanding(target: Subject | null): string[] {
  return target?.gates.contactSuspended
    ? ["This person is suspended. Changes take effect when their access is restored."]
    : [];
}

/** Pending invitations need the sender to still hold what they grant. */
function aboutInvitations(held: readonly string[]): string[] {
  if (held.length === 0) return [];
  const names = new Intl.ListFormat("en-GB").format(held);
  return [
    `${names} ${held.length > 1 ? "have" : "has"} a pending invitation from them, which will then need approval.`,
  ];
}

/** Billing alone is allowed, but meant to be combined with another role. */
function aboutBilling(next: AccessPlan): string[] {
  const held = rolesIn(next);
  return held.length === 1 && held[0]?.role === "billing"
    ? ["Billing is usually combined with another role. On its own, it doesn't include tickets or credentials."]
    : [];
}

function aboutEnds(context: Context, next: AccessPlan): string[] {
  const day = dayFor(context);
  const ends = [
    ...rolesIn(next).map(({ role, endsAt }) => ({ what: `The ${t(roles[role].name)} role`, endsAt })),
    ...next.overrides.map(({ permission, effect, endsAt = null }) => ({
      what: `${effect === "on" ? "Granted" : "Denied"} “${nameOf(permission)}”`,
      endsAt,
    })),
  ];
  const single = ends.flatMap(({ what, endsAt }) => (endsAt ? [`${what} expires on ${day(endsAt)}.`] : []));
  return next.endsAt ? [`All access ends on ${day(next.endsAt)}.`, ...single] : single;
}
