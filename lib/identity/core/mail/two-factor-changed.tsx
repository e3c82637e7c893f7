import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface TwoFactorChangedMailProps {
  readonly name: string;
  /** What happened, as a sentence. */
  readonly what: string;
  readonly at: Date;
  readonly href: string;
}

/** To the person whose two-factor sign-in changed, or whose recovery code was used, in case it was someone else. */
export function TwoFactorChangedMail({ name, what, at, href }: TwoFactorChangedMailProps) {
  return (
    <MailLayout
      preview={what}
      heading={t("Two-factor sign-in")}
      footer={t("You're receiving this because your login was changed.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>{what}</MailText>
      <MailFacts facts={[[t("When"), momentInWords(at)]]} />
      <MailText>
        {t(
          "If this was you, you don't need to do anything. If it wasn't, change your password and check your factors:",
        )}
      </MailText>
      <MailButton href={href}>{t("Open security settings")}</MailButton>
    </MailLayout>
  );
}
