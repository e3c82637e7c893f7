import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { planOf } from "@/lib/policy/access-plan";
import { can } from "@/lib/policy/evaluate";
import { roleChange } from "@/lib/policy/role-change";
import type { Subject, Viewer } from "@/lib/policy/viewer";
import { authorsOf } from "./authors-of";
import type { WaitingContact } from "./read-grants";

interface Place {
  readonly accountId: string;
  readonly people: readonly AccountMember[];
  readonly now: Date;
}

/**
 * The ids of the pending contacts who can't join yet, though they were invited: someone who granted part of their access
 * could no longer grant it, so it waits for approval. Of contacts without a login, those whose address isn't
 * verified. Invitations carry no more than their authors could still grant.
 */
export async function heldContacts(
  db: ScopedDb,
  place: Place,
  waiting: readonly WaitingContact[],
): Promise<ReadonlySet<string>> {
  const known = waiting.flatMap(authorIds).filter((id) => id !== null);
  const authors = await authorsOf(db, place, [...new Set(known)]);
  const held = waiting.filter((contact) => {
    const subject = place.people.find(({ contactId }) => contactId === contact.id)?.subject;
    return subject === undefined || !isBacked(contact, subject, authors);
  });
  return new Set(held.map(({ id }) => id));
}

/** Null is an unknown author. */
export function authorIds({ roles, permissions, invitations }: WaitingContact): (string | null)[] {
  const given = [...roles, ...permissions.filter(({ effect }) => effect === "on")];
  return [...given.map(({ givenById }) => givenById), ...invitations.map(({ invitedById }) => invitedById)];
}

function isBacked(contact: WaitingContact, target: Subject, authors: ReadonlyMap<string, Viewer>): boolean {
  return authorIds(contact).every((id) => {
    const author = id === null ? undefined : authors.get(id);
    return author !== undefined && mayStillInvite(author, contact) && mayStillGive(author, contact, target);
  });
}

function mayStillInvite(author: Viewer, { invitations }: WaitingContact): boolean {
  const invited = invitations.some(({ invitedById }) => invitedById === author.personId);
  return !invited || can(author, "people.members.add") || can(author, "staff.roles.give");
}

/** What this author granted, within the limits on the whole. Staff add roles to existing access. */
function mayStillGive(author: Viewer, contact: WaitingContact, target: Subject): boolean {
  const whole = planOf(target);
  const gave = (one: { givenById: string | null }) => one.givenById === author.personId;
  const roles = whole.roles.filter((held) =>
    contact.roles.some((one) => gave(one) && one.role === (typeof held === "string" ? held : held.role)),
  );
  const overrides = whole.overrides.filter(
    ({ permission, effect }) =>
      effect === "off" || contact.permissions.some((it) => gave(it) && it.permission === permission),
  );
  if (roles.length === 0 && overrides.every(({ effect }) => effect === "off")) return true;
  if (author.contactId !== null) return roleChange(author, null, { ...whole, roles, overrides }).ok;
  return roleChange(author, { subject: { ...target, roles: [] } }, { ...whole, roles }).ok;
}
