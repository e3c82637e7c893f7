import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface TermEndsMailProps {
  readonly account: string;
  /** Whose access ends; null if it is the reader's own. */
  readonly name: string | null;
  readonly endsAt: Date;
  readonly href: string;
}

/** Before a member's access ends: to the member, and to those who may change the date. */
export function TermEndsMail({ account, name, endsAt, href }: TermEndsMailProps) {
  return (
    <MailLayout
      preview={t("Nothing else changes, and the date can be changed")}
      heading={
        name === null
          ? t("Your access to {account} ends soon", { account })
          : t("{name}'s access to {account} ends soon", { name, account })
      }
      footer={
        name === null
          ? t("You're receiving this because you have access to {account}.", { account })
          : t("You're receiving this because you may set end dates on {account}.", { account })
      }
    >
      <MailText>
        {name === null
          ? t("If you still need it, ask the account owner or an administrator to change the date.")
          : t("If they still need it, change or remove the date. Otherwise you don't need to do anything.")}
      </MailText>
      <MailFacts facts={[[t("Ends"), momentInWords(endsAt)]]} />
      <MailButton href={href}>{name === null ? t("Open the account") : t("Open their access")}</MailButton>
    </MailLayout>
  );
}
