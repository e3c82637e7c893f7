import { NoticesAddedMail } from "@/lib/accounts/core/mail/notices-added";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { EMAIL_PROOF_DAYS, emailProofLink } from "@/lib/platform/operations/email-proof";
import { nameOf, type Permission } from "@/lib/policy/permissions";
import { admitLink } from "./admit-link";
import { knownLocale } from "./known-locale";

interface Asked {
  readonly account: { readonly id: string; readonly name: string };
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly addedBy: string;
  /** The notifications they will get. */
  readonly notices: readonly Permission[];
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
    to: { address: email, name, locale: await knownLocale(db, email), reader: { contactId } },
    subject: () => t("Confirm notifications from {account}", { account: account.name }),
    template: "notices-added",
    about: {},
    awaited: true,
    body: () => (
      <NoticesAddedMail
        {...{ account: account.name, name, email, addedBy, href }}
        notices={notices.map(nameOf)}
        days={EMAIL_PROOF_DAYS}
      />
    ),
  });
  return addDays(now, EMAIL_PROOF_DAYS);
}
