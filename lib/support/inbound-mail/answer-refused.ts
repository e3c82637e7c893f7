import { env } from "@/lib/platform/config/env";
import { asJob } from "@/lib/platform/db/transaction";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { countOver } from "@/lib/platform/operations/rate-limit";
import { contactOn, type Sender } from "./find-sender";
import { MailRefused } from "./mail/mail-refused";
import type { MailFacts } from "./mail-facts";
import type { End } from "./verdict";

const ONCE_A_DAY = { name: "mail-answer", points: 1, seconds: 86_400 };

/**
 * Tells a contact that their mail was not added. Only those whose address is verified, once a day: a forged sender
 * must not make the portal write to anybody. It quotes nothing of the mail.
 */
export async function answerRefused(
  { accountId }: End,
  { facts, sender }: { readonly facts: MailFacts; readonly sender: Sender },
  now: Date,
): Promise<void> {
  const { address, name } = sender.mailbox;
  if (facts.identity !== "verified" || accountId === undefined) return;
  if ((await contactOn(sender, accountId)) === undefined) return;
  if ((await countOver(ONCE_A_DAY, address)) > 0) return;
  await asJob(accountId, now, ({ db, account }) =>
    sendMail(db, {
      accountId,
      kind: "support",
      to: { address, name, locale: sender.locale },
      subject: () => t("Your email wasn't added to a ticket"),
      template: "mail-refused",
      about: null,
      body: () => MailRefused({ account, href: `${env().PORTAL_URL}/a/${accountId}` }),
    }),
  );
}
