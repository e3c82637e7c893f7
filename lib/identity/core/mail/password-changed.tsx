import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface PasswordChangedMailProps {
  readonly name: string;
  readonly at: Date;
  /** In the profile, or with a link to reset it. */
  readonly way: "profile" | "link";
  readonly resetHref: string;
}

/** To the person whose password changed, in case it was someone else. */
export function PasswordChangedMail({ name, at, way, resetHref }: PasswordChangedMailProps) {
  return (
    <MailLayout
      preview={t("If this wasn't you, reset your password now")}
      heading={t("Your password was changed")}
      footer={t("You're receiving this because your login was changed.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {way === "profile"
          ? t("Your password was changed in your profile. All other sessions have been signed out.")
          : t("Your password was changed with a reset link we emailed you. All other sessions have been signed out.")}
      </MailText>
      <MailFacts facts={[[t("When"), momentInWords(at)]]} />
      <MailText>
        {t("If this was you, you don't need to do anything. If it wasn't, reset your password right away:")}
      </MailText>
      <MailButton href={resetHref}>{t("Reset password")}</MailButton>
    </MailLayout>
  );
}
