import { t } from "@/lib/platform/language/t";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface VerifyEmailMailProps {
  readonly name: string;
  readonly email: string;
  readonly days: number;
  readonly href: string;
}

/** Asks the recipient to confirm their address. Opening the link changes nothing yet. */
export function VerifyEmailMail({ name, email, days, href }: VerifyEmailMailProps) {
  return (
    <MailLayout
      preview={t("Confirm your address to get notifications")}
      heading={t("Confirm your email address")}
      footer={t("If you don't recognise this, you can ignore this email.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t("Please confirm that {email} is your email address. We don't send notifications to it until you do.", {
          email,
        })}
      </MailText>
      <MailButton href={href}>{t("Confirm address")}</MailButton>
      <MailText quiet>{t("This link expires in {days} days.", { days })}</MailText>
    </MailLayout>
  );
}
