import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { planOf } from "@/lib/policy/access-plan";
import { nameOf } from "@/lib/policy/permissions";
import { accessInWords } from "./access-in-words";
import { askToVerify } from "./ask-to-verify";
import type { KnownContact } from "./known-contact";
import { sendInvitation } from "./send-invitation";

/** Whether a link sent to them still waits: to join, or to confirm the address of somebody without a login. */
export function awaitsAnswer({ kind, status, person }: KnownContact): boolean {
  return status === "invited" || (kind === "nonMember" && !person.emailVerified);
}

interface Sending {
  readonly account: { readonly id: string; readonly name: string };
  readonly contact: KnownContact;
  /** Name of whoever sends it. */
  readonly by: string;
  readonly now: Date;
}

/**
 * Mails somebody who has no login the link they need. Returns when it ends. An invitation rests on the same person's
 * right as the one before: sending a link again gives nothing.
 */
export async function sendLink(db: ScopedDb, { account, contact, by, now }: Sending): Promise<Date> {
  const plan = planOf(contact.person.subject);
  const { id: contactId, name, email } = contact;
  const whom = { account, contactId, name, email, now };
  if (contact.kind === "nonMember") {
    const notices = plan.overrides.map(({ permission }) => nameOf(permission));
    return askToVerify(db, { ...whom, addedBy: by, notices });
  }
  const before = await db.invitation.findFirst({
    where: { accountId: account.id, contactId },
    select: { invitedById: true },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
  });
  const invitedById = before?.invitedById ?? null;
  return sendInvitation(db, { ...whom, invitedBy: by, invitedById, access: accessInWords(plan, dayInWords) });
}
