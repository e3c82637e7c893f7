import { t } from "@/lib/platform/language/t";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OwnershipNewsMailProps {
  readonly name: string;
  readonly account: string;
  readonly heading: string;
  readonly text: string;
  readonly href: string;
}

/** To the people involved in an ownership transfer: its outcome. */
export function OwnershipNewsMail({ name, account, heading, text, href }: OwnershipNewsMailProps) {
  return (
    <MailLayout
      preview={text}
      heading={heading}
      footer={t("You're receiving this because it affects your access to {account}.", { account })}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>{text}</MailText>
      <MailButton href={href}>{t("View ownership")}</MailButton>
    </MailLayout>
  );
}
