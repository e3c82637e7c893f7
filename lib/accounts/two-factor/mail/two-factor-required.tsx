import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface TwoFactorRequiredMailProps {
  readonly account: string;
  readonly from: Date;
  readonly inForce: boolean;
  readonly href: string;
}

/** To members who don't use two-factor sign-in on an account that requires it. */
export function TwoFactorRequiredMail({ account, from, inForce, href }: TwoFactorRequiredMailProps) {
  return (
    <MailLayout
      preview={t("Set it up in your profile to keep your access")}
      heading={t("{account} requires two-factor sign-in", { account })}
      footer={t("You're receiving this because you have access to {account}.", { account })}
    >
      <MailText>
        {inForce
          ? t("You have no access to {account} until you have set it up. It takes about two minutes.", { account })
          : t("Set it up in time to keep your access to {account}. It takes about two minutes.", { account })}
      </MailText>
      <MailFacts facts={[[t("Required from"), momentInWords(from)]]} />
      <MailText>{t("You need an authenticator app on your phone, or a passkey on your device.")}</MailText>
      <MailButton href={href}>{t("Set up two-factor sign-in")}</MailButton>
    </MailLayout>
  );
}
