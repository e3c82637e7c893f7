import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { createContact } from "@/lib/accounts/core/create-contact";
import { type KnownContact, visibleContacts } from "@/lib/accounts/core/known-contact";
import { sendInvitation } from "@/lib/accounts/core/send-invitation";
import { type Giver, writeAccess } from "@/lib/accounts/core/write-access";
import type { Context } from "@/lib/platform/operations/operation";
import type { AccessPlan } from "@/lib/policy/access-plan";

export interface Given {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  /** Whether they were sent an invitation. */
  readonly invited: boolean;
}

/** Gives a contact, or someone new who is invited, the planned roles. Check `roleChange` first and hold the account's lock. */
export function giveRole(
  context: Context<"account">,
  whom: { readonly contact: KnownContact | null; readonly name: string; readonly email: string },
  next: AccessPlan,
  by: Giver,
): Promise<Given> {
  return whom.contact ? giveToKnown(context, whom.contact, next, by) : giveToNew(context, whom, next, by);
}

async function giveToKnown(
  context: Context<"account">,
  contact: KnownContact,
  next: AccessPlan,
  by: Giver,
): Promise<Given> {
  const { db, account } = context;
  const { id: contactId, name, email, kind, version } = contact;
  const where = visibleContacts(context);
  await writeAccess(db, { accountId: account.id, contactId, where, version, next, by });
  const invited = kind === "nonMember" || contact.status === "invited";
  if (kind === "nonMember") {
    // A role needs a login, so a notification-only contact becomes a member and is invited to sign in.
    await db.contact.updateMany({
      where: { AND: [where, { accountId: account.id, id: contactId }] },
      data: { kind: "member", status: "invited" },
    });
  }
  if (invited) await invite(context, { contactId, name, email }, next, by);
  return { contactId, name, email, invited };
}

async function giveToNew(
  context: Context<"account">,
  { name, email }: { readonly name: string; readonly email: string },
  next: AccessPlan,
  by: Giver,
): Promise<Given> {
  const who = { kind: "member", status: "invited", name, email } as const;
  const contactId = await createContact(context, { ...who, next, by });
  await invite(context, { contactId, name, email }, next, by);
  return { contactId, name, email, invited: true };
}

async function invite(
  { db, account, realNow: now }: Context<"account">,
  whom: Omit<Given, "invited">,
  next: AccessPlan,
  by: Giver,
): Promise<void> {
  // The role replaces all others, so staff become its grantor even for roles held before.
  await db.contactRole.updateMany({
    where: { accountId: account.id, contactId: whom.contactId },
    data: { givenById: by.personId },
  });
  const invitation = { invitedBy: by.name, invitedById: by.personId, access: accessInWords(next, "UTC"), now };
  await sendInvitation(db, { ...whom, ...invitation, account });
}
