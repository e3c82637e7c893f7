import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { isStaff } from "@/lib/platform/db/is-staff";
import type { Context } from "@/lib/platform/operations/operation";
import { refusedToStaffMember } from "@/lib/policy/refusal";

/** Staff members can't be assigned a role on a customer account, whatever the address, not even by colleagues. */
export async function refuseColleague({ db }: Context, contact: KnownContact | null, email: string): Promise<void> {
  if (await isStaff(db, email, contact?.personId)) throw refusedChange(refusedToStaffMember());
}
