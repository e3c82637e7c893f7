import { t } from "@/lib/platform/language/t";
import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PasswordResetMailProps {
  readonly name: string;
  readonly minutes: number;
  readonly href: string;
}

/** To a person who forgot their password. The link shows a form; opening it changes nothing. */
export function PasswordResetMail({ name, minutes, href }: PasswordResetMailProps) {
  return (
    <MailLayout
      preview={t("This link expires in {minutes} minutes", { minutes })}
      heading={t("Reset your password")}
      footer={t("If you didn't request this, you can ignore this email. Your password won't change.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>{t("We received a request to reset the password of your login.")}</MailText>
      <MailButton href={href}>{t("Reset password")}</MailButton>
      <MailText quiet>
        {t("This link works once and expires in {minutes} minutes. Resetting your password signs out all sessions.", {
          minutes,
        })}
      </MailText>
    </MailLayout>
  );
}
