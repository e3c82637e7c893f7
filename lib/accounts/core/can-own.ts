import type { AccountMember } from "@/lib/platform/db/load-subject";

/**
 * Whether a contact could be the owner of the account: somebody who signs in with a confirmed address, is not
 * of staff nor suspended, and whose access is not over. An end yet to come falls away when they take it.
 */
export function canOwn({ hasLogin, emailVerified, subject }: AccountMember): boolean {
  const { personSuspended, contactIsStaff, contactSuspended, contactEndsAt } = subject.gates;
  const over = contactEndsAt !== null && contactEndsAt <= subject.now;
  return hasLogin && emailVerified && !personSuspended && !contactIsStaff && !contactSuspended && !over;
}
