import type { AccountMember } from "@/lib/platform/db/load-subject";

/**
 * Whether a contact can become the owner: they sign in with a confirmed address, aren't staff or suspended, and their
 * access hasn't ended. A future end date is removed when they accept.
 */
export function canOwn({ hasLogin, emailVerified, subject }: AccountMember): boolean {
  const { personSuspended, contactIsStaff, contactSuspended, contactEndsAt } = subject.gates;
  const over = contactEndsAt !== null && contactEndsAt <= subject.now;
  return hasLogin && emailVerified && !personSuspended && !contactIsStaff && !contactSuspended && !over;
}
