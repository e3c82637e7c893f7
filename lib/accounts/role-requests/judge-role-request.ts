import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { can } from "@/lib/policy/evaluate";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { type Refused, refusedWithout } from "@/lib/policy/refusal";
import { roleChange } from "@/lib/policy/role-change";
import type { Viewer } from "@/lib/policy/viewer";
import { planWithRoles } from "./plan-with-roles";
import type { RequestedRole } from "./schema";

interface Wanted {
  readonly role: RequestedRole;
  readonly roleEndsAt: Date | null;
}

/**
 * May this person have the role given to the contact (null: someone new)? The same as if they gave it themselves, so that
 * nobody gets through our staff what they couldn't do in the portal. Asked when it is requested, approved and applied.
 */
export function judgeRoleRequest(
  asker: Viewer,
  contact: KnownContact | null,
  { role, roleEndsAt }: Wanted,
): Refused | null {
  if (role === "owner") {
    const verdict = contact && ownershipTransfer(asker, contact.person);
    return verdict?.ok ? null : (verdict ?? refusedWithout("account.ownership.transfer"));
  }
  const joins = contact === null || contact.kind === "nonMember";
  if (joins && !can(asker, "people.members.add")) return refusedWithout("people.members.add");
  const subject = contact?.person.subject ?? null;
  const verdict = roleChange(asker, contact?.person ?? null, planWithRoles(subject, role, roleEndsAt));
  return verdict.ok ? null : verdict;
}
