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

/** Mails somebody who has no login the link they need. Returns when it ends. */
export function sendLink(db: ScopedDb, { account, contact, by, now }: Sending): Promise<Date> {
  const plan = planOf(contact.person.subject);
  const { id: contactId, name, email } = contact;
  const whom = { account, contactId, name, email, now };
  return contact.kind === "member"
    ? sendInvitation(db, { ...whom, invitedBy: by, access: accessInWords(plan, dayInWords) })
    : askToVerify(db, { ...whom, addedBy: by, notices: plan.overrides.map(({ permission }) => nameOf(permission)) });
}
