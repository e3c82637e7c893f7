import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface InvitationMailProps {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly invitedBy: string;
  readonly access: string;
  readonly expiresAt: Date;
  readonly href: string;
}

/** To an invited person. The link only shows the invitation; a button on that page accepts it. */
export function InvitationMail({ account, name, email, invitedBy, access, expiresAt, href }: InvitationMailProps) {
  return (
    <MailLayout
      preview={t("Join by {date}", { date: dayInWords(expiresAt) })}
      heading={t("You're invited to join {account}", { account })}
      footer={t("If you weren't expecting this invitation, you can ignore this email.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t("{invitedBy} has invited you to join the {account} account in our customer portal.", { invitedBy, account })}
      </MailText>
      <MailFacts
        facts={[
          [t("Account"), account],
          [t("Your access"), access],
          [t("Email address"), email],
        ]}
      />
      <MailButton href={href}>{t("View invitation")}</MailButton>
      <MailText quiet>
        {t("This personal link works once and expires on {date} (UTC). After that, ask {invitedBy} to resend it.", {
          date: dayInWords(expiresAt),
          invitedBy,
        })}
      </MailText>
    </MailLayout>
  );
}
