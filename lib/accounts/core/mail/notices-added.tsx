import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface NoticesAddedMailProps {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly addedBy: string;
  readonly notices: readonly string[];
  readonly days: number;
  readonly href: string;
}

/** To a new notification-only contact. Opening the link changes nothing yet. */
export function NoticesAddedMail({ account, name, email, addedBy, notices, days, href }: NoticesAddedMailProps) {
  return (
    <MailLayout
      preview={t("Confirm your address to get notifications")}
      heading={t("Confirm notifications from {account}", { account })}
      footer={t("If you don't recognise this, ignore this email. Nothing else will be sent to you.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t(
          "{addedBy} would like to send notifications about {account} to this address. You don't need a login. Just confirm that the address is yours.",
          { addedBy, account },
        )}
      </MailText>
      <MailFacts
        facts={[
          [t("Account"), account],
          [t("Address"), email],
          [t("Notifications"), notices.join(", ")],
        ]}
      />
      <MailButton href={href}>{t("Confirm address")}</MailButton>
      <MailText quiet>{t("This link expires in {days} days.", { days })}</MailText>
    </MailLayout>
  );
}
