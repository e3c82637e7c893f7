import { env } from "@/lib/platform/config/env";
import { asIdentity } from "@/lib/platform/db/transaction";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { countOver } from "@/lib/platform/operations/rate-limit";
import type { Sender } from "./find-sender";
import { WhichAccount } from "./mail/which-account";

const ONCE_A_DAY = { name: "mail-account", points: 1, seconds: 86_400 };

/**
 * Asks a verified sender which of their accounts their mail is about, at most once a day: the page shows all that wait. It
 * names no account and quotes nothing of the mail.
 */
export async function askWhichAccount({ mailbox: { address, name }, locale }: Sender): Promise<void> {
  if ((await countOver(ONCE_A_DAY, address)) > 0) return;
  await asIdentity((db) =>
    sendMail(db, {
      accountId: null,
      kind: "support",
      to: { address, name, locale },
      subject: () => t("Which account is your email about?"),
      template: "which-account",
      about: null,
      body: () => WhichAccount({ href: `${env().PORTAL_URL}/profile/emails` }),
    }),
  );
}
