import { can } from "./evaluate";
import { type Refused, refused, refusedToStaffMember } from "./refusal";
import { isElsewhere, isOwner, type Subject } from "./subject";
import type { Viewer } from "./viewer";

/**
 * May the actor transfer ownership to this contact? The owner may transfer it to another contact of the account, and a
 * staff manager may do it on request. Rules 3 and 5: nobody else can, whatever they hold.
 */
export function ownershipTransfer(actor: Viewer, target: { readonly subject: Subject }): { ok: true } | Refused {
  const { contactId, personId } = target.subject;
  if (contactId === null || isOwner(target.subject)) return refused("last-owner", { role: "owner" });
  if (target.subject.gates.contactIsStaff) return refusedToStaffMember();
  if (isElsewhere(actor, target.subject)) return refused("reserved-to-owner", { role: "owner" });
  if (can(actor, "account.ownership.transfer")) return { ok: true };
  if (can(actor, "staff.ownership.transfer") && personId !== actor.personId) return { ok: true };
  return refused("reserved-to-owner", { role: "owner" });
}
