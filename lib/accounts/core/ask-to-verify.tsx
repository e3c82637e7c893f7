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
  /** Names of the notices they are to receive. */
  readonly notices: readonly string[];
  readonly now: Date;
}

/**
 * Asks somebody without a login to confirm that the address is theirs: until then they receive nothing, so that a
 * mistyped address learns no figures. Returns when the link ends.
 */
export async function askToVerify(db: ScopedDb, asked: Asked): Promise<Date> {
  const { account, contactId, name, email, addedBy, notices, now } = asked;
  await admitLink(account.id, email);
  const href = await emailProofLink({ of: "contact", id: contactId, email });
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name },
    subject: `Confirm that you want to receive notices of ${account.name}`,
    template: "notices-added",
    body: (
      <NoticesAddedMail {...{ account: account.name, name, email, addedBy, notices, href }} days={EMAIL_PROOF_DAYS} />
    ),
  });
  return addDays(now, EMAIL_PROOF_DAYS);
}
