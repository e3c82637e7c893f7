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
      preview={`Join by ${dayInWords(expiresAt)}`}
      heading={`You're invited to join ${account}`}
      footer="If you weren't expecting this invitation, you can ignore this email."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {invitedBy} has invited you to join the {account} account in our customer portal.
      </MailText>
      <MailFacts
        facts={[
          ["Account", account],
          ["Your access", access],
          ["Email address", email],
        ]}
      />
      <MailButton href={href}>View invitation</MailButton>
      <MailText quiet>
        This personal link works once and expires on {dayInWords(expiresAt)} (UTC). After that, ask {invitedBy} to
        resend it.
      </MailText>
    </MailLayout>
  );
}
