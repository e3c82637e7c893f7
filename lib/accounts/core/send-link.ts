import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { planOf } from "@/lib/policy/access-plan";
import { accessInWords } from "./access-in-words";
import { askToVerify } from "./ask-to-verify";
import type { KnownContact } from "./known-contact";
import { sendInvitation } from "./send-invitation";

/** Whether a link is still pending: an invitation, or the confirmation of a notification-only contact. */
export function awaitsAnswer({ kind, status, person }: KnownContact): boolean {
  return status === "invited" || (kind === "nonMember" && !person.emailVerified);
}

interface Sending {
  readonly account: { readonly id: string; readonly name: string };
  readonly contact: KnownContact;
  /** Name of the sender. */
  readonly by: string;
  readonly now: Date;
}

/**
 * Emails a contact without a login the link they need, and returns when it expires. A resent invitation still depends on
 * the original sender's rights: resending grants nothing.
 */
export async function sendLink(db: ScopedDb, { account, contact, by, now }: Sending): Promise<Date> {
  const plan = planOf(contact.person.subject);
  const { id: contactId, name, email } = contact;
  const whom = { account, contactId, name, email, now };
  if (contact.kind === "nonMember") {
    const notices = plan.overrides.map(({ permission }) => permission);
    return askToVerify(db, { ...whom, addedBy: by, notices });
  }
  const before = await db.invitation.findFirst({
    where: { accountId: account.id, contactId },
    select: { invitedById: true },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
  });
  const invitedById = before?.invitedById ?? null;
  return sendInvitation(db, { ...whom, invitedBy: by, invitedById, access: accessInWords(plan, "UTC") });
}
