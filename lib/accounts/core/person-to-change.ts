import { type KnownContact, knownContact, viewedContact } from "@/lib/accounts/core/known-contact";
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
  return changeable(context, await knownContact(context, contactId), permission);
}

/** The same for a page that says beforehand what the change does, without reading all people. */
export async function personToPreview(
  context: Context,
  contactId: string,
  permission: PersonPermission,
): Promise<KnownContact> {
  return changeable(context, await viewedContact(context, contactId), permission);
}

function changeable(context: Context, contact: KnownContact, permission: PersonPermission): KnownContact {
  const verdict = personChange(context.viewer, contact.person, permission);
  if (!verdict.ok) throw refusedChange(verdict);
  return contact;
}
