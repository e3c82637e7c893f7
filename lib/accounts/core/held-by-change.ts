import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { authorIds, heldContacts } from "@/lib/platform/operations/held-contacts";
import type { Context } from "@/lib/platform/operations/operation";
import { readGrants } from "@/lib/platform/operations/read-grants";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { subjectUnder } from "@/lib/policy/subject-under";

/** Names of invitees who would need approval to join if a contact's access changed to `next`. */
export async function heldByChange(context: Context, contact: KnownContact, next: AccessPlan): Promise<string[]> {
  const { db, account, realNow: now } = context;
  const { personId } = contact;
  if (account === null || personId === null) return [];
  const after = subjectUnder(contact.person.subject, next);
  const waiting = (await readGrants(db, account.id, null)).filter((one) => authorIds(one).includes(personId));
  if (waiting.length === 0) return [];
  const people = await context.people();
  const changed = people.map((one) => (one.contactId === contact.id ? { ...one, subject: after } : one));
  const before = await heldContacts(db, { accountId: account.id, people, now }, waiting);
  const held = await heldContacts(db, { accountId: account.id, people: changed, now }, waiting);
  return waiting.filter(({ id }) => held.has(id) && !before.has(id)).map(({ name }) => name);
}
