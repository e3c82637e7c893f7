import { type KnownContact, knownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import type { Context } from "@/lib/platform/operations/operation";
import { type PersonPermission, personChange } from "@/lib/policy/person-change";

/**
 * A person about whom the viewer may do this: nobody touches the owner, or somebody who may do more than they.
 * Throws `not-found` for somebody they may not know of, and a refusal with its name.
 */
export async function personToChange(
  context: Context,
  contactId: string,
  permission: PersonPermission,
): Promise<KnownContact> {
  const contact = await knownContact(context, contactId);
  const verdict = personChange(context.viewer, contact.person, permission);
  if (!verdict.ok) throw refusedChange(verdict);
  return contact;
}
