import { NoticesAddedMail } from "@/lib/accounts/core/mail/notices-added";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { sendMail } from "@/lib/platform/mail/outbox";
import { EMAIL_PROOF_DAYS, emailProofLink } from "@/lib/platform/operations/email-proof";
import { admitLink } from "./admit-link";

interface Asked {
  readonly account: { readonly id: string; readonly name: string };
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly addedBy: string;
  /** Names of the notifications they will get. */
  readonly notices: readonly string[];
  readonly now: Date;
}

/**
 * Asks a notification-only contact to confirm their address. Nothing is sent until they do, so a mistyped address
 * receives nothing. Returns when the link expires.
 */
export async function askToVerify(db: ScopedDb, asked: Asked): Promise<Date> {
  const { account, contactId, name, email, addedBy, notices, now } = asked;
  await admitLink(account.id, email);
  const href = await emailProofLink({ of: "contact", id: contactId, email });
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name, locale: null },
    subject: () => `Confirm notifications from ${account.name}`,
    template: "notices-added",
    body: () => (
      <NoticesAddedMail {...{ account: account.name, name, email, addedBy, notices, href }} days={EMAIL_PROOF_DAYS} />
    ),
  });
  return addDays(now, EMAIL_PROOF_DAYS);
}
