import { canOwn } from "@/lib/accounts/core/can-own";
import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { canMove } from "@/lib/accounts/core/lifecycle";
import type { acts } from "@/lib/accounts/core/schema";
import { awaitsAnswer } from "@/lib/accounts/core/send-link";
import { addPermission } from "@/lib/accounts/core/vouch-for";
import { addDays } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { can } from "@/lib/policy/evaluate";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { type PersonPermission, personChange } from "@/lib/policy/person-change";
import { type RoleChange, roleChange } from "@/lib/policy/role-change";
import { isOwner } from "@/lib/policy/subject";

type Act = (typeof acts)[number];

/** The actions a page offers on a person. Each action checks again. */
export function allowedActs(
  context: Context,
  contact: KnownContact,
  held: boolean,
): { acts: Act[]; locked: string | null } {
  const { viewer, actor, realNow: now } = context;
  const { person, status, personId } = contact;
  const owner = isOwner(person.subject);
  const plan = planOf(person.subject);
  const change = can(viewer, "people.roles.change") ? roleChange(viewer, person, plan) : null;
  const may = (permission: PersonPermission) => personChange(viewer, person, permission).ok;
  const term = { ...plan, endsAt: plan.endsAt ? null : addDays(now, 1) };
  const self = contact.id === actor.contactId;
  const possible: Record<Act, boolean> = {
    "change-access": !owner && change?.ok === true,
    "set-term": !owner && can(viewer, "people.terms.set") && roleChange(viewer, person, term).ok,
    "update-name": may("people.members.update-name"),
    "update-email": personId === null && may("people.members.update-email"),
    suspend: !self && canMove(status, "suspend") && may("people.members.suspend"),
    restore: canMove(status, "restore") && may("people.members.suspend"),
    remove: canMove(status, "remove") && status !== "invited" && may("people.members.remove"),
    "resend-invite": awaitsAnswer(contact) && may("people.members.resend-invite"),
    "revoke-invite": status === "invited" && may("people.members.remove"),
    "approve-invite": held && can(viewer, addPermission[contact.kind]) && roleChange(viewer, null, plan).ok,
    "offer-ownership": ownershipTransfer(viewer, person).ok && actor.contactId !== null && canOwn(person),
  };
  const acts = (Object.keys(possible) as Act[]).filter((act) => possible[act]);
  return { acts, locked: change && !self ? lockOf(change) : null };
}

function lockOf(change: RoleChange): string | null {
  return change.ok ? null : change.sentence;
}
