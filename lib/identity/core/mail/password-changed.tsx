import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface PasswordChangedMailProps {
  readonly name: string;
  readonly at: Date;
  /** "in your profile". */
  readonly how: string;
  readonly resetHref: string;
}

/** To the person whose password changed, in case it was someone else. */
export function PasswordChangedMail({ name, at, how, resetHref }: PasswordChangedMailProps) {
  return (
    <MailLayout
      preview={t("If this wasn't you, reset your password now")}
      heading={t("Your password was changed")}
      footer={t("You're receiving this because your login was changed.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>{t("Your password was changed {how}. All other sessions have been signed out.", { how })}</MailText>
      <MailFacts facts={[[t("When"), momentInWords(at)]]} />
      <MailText>
        {t("If this was you, you don't need to do anything. If it wasn't, reset your password right away:")}
      </MailText>
      <MailButton href={resetHref}>{t("Reset password")}</MailButton>
    </MailLayout>
  );
}
