import { type KnownContact, knownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import type { Context } from "@/lib/platform/operations/operation";
import { type PersonPermission, personChange } from "@/lib/policy/person-change";

/**
 * A person the viewer may change in this way; never the owner, or someone with more access. Throws `not-found` for
 * people the viewer may not see, and a named refusal.
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
