import { type KnownContact, knownContact } from "@/lib/accounts/core/known-contact";
import { contactAt } from "@/lib/accounts/role-requests/contact-at";
import { judgeRoleRequest } from "@/lib/accounts/role-requests/judge-role-request";
import type { RolePreset } from "@/lib/accounts/role-requests/schema";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { viewerOf } from "@/lib/policy/viewer";

interface Sender {
  readonly senderAddress: string | null;
  readonly requesterId: string | undefined;
}

/**
 * The person on the account who asks: whose address it was sent from, or who says so. Throws `invalid` for anyone who
 * couldn't give the role themselves: only the owner and administrators can ask.
 */
export async function requesterOf(
  context: Context<"account">,
  { senderAddress, requesterId }: Sender,
  contact: KnownContact | null,
  wanted: { readonly role: RolePreset; readonly roleEndsAt: Date | null },
): Promise<KnownContact> {
  const field = requesterId === undefined ? "senderAddress" : "requesterId";
  const requester =
    requesterId === undefined ? await contactOf(context, senderAddress) : await knownContact(context, requesterId);
  if (requester === null) throw invalidField(field, t("Nobody on this account has this address. Choose who asks."));
  const { name, person } = requester;
  if (!person.hasLogin || judgeRoleRequest(viewerOf(person.subject), contact, wanted) !== null)
    throw invalidField(
      field,
      t("{name} couldn't do this in the portal. Only the owner or an administrator can ask for it.", { name }),
    );
  return requester;
}

const contactOf = async (context: Context<"account">, address: string | null) =>
  address === null ? null : contactAt(context, address);
