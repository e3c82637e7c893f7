import type { Context } from "@/lib/platform/operations/operation";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { can } from "@/lib/policy/evaluate";
import { roleChange } from "@/lib/policy/role-change";

interface Vouched {
  readonly id: string;
  readonly kind: "member" | "nonMember";
}

/** What adding somebody of this kind takes. */
export const addPermission = { member: "people.members.add", nonMember: "people.non-members.add" } as const;

/**
 * Makes the viewer answer for the whole of what somebody who has not joined yet is to have: from now on it rests on what
 * the viewer may give. Changes nothing where the viewer could not invite them with that themselves.
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
