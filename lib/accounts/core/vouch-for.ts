import type { Context } from "@/lib/platform/operations/operation";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { can } from "@/lib/policy/evaluate";
import { roleChange } from "@/lib/policy/role-change";

interface Vouched {
  readonly id: string;
  readonly kind: "member" | "nonMember";
}

/** The permission to add contacts of this kind. */
export const addPermission = { member: "people.members.add", nonMember: "people.non-members.add" } as const;

/**
 * Makes the viewer the grantor of all access of a contact who hasn't joined yet, so that it depends on what the viewer
 * may grant. Does nothing if the viewer couldn't invite them with that access.
 */
export async function vouchFor(context: Context<"account">, contact: Vouched, next: AccessPlan): Promise<void> {
  const { db, account, actor, viewer } = context;
  if (!can(viewer, addPermission[contact.kind]) || !roleChange(viewer, null, next).ok) return;
  const mine = { accountId: account.id, contactId: contact.id };
  await db.contactRole.updateMany({ where: mine, data: { givenById: actor.personId } });
  await db.contactPermission.updateMany({ where: mine, data: { givenById: actor.personId } });
  await db.invitation.updateMany({
    where: { ...mine, acceptedAt: null, revokedAt: null },
    data: { invitedById: actor.personId },
  });
}
