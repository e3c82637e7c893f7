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

/** To somebody who is to join an account. The link shows the invitation; joining takes a button on that page. */
export function InvitationMail({ account, name, email, invitedBy, access, expiresAt, href }: InvitationMailProps) {
  return (
    <MailLayout
      preview={`Join by ${dayInWords(expiresAt)}`}
      heading={`Join the account of ${account}`}
      footer="If you did not expect this, ignore it: nobody joins without opening the link and choosing to."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {invitedBy} would like you to help with the account of {account} in our customer portal.
      </MailText>
      <MailFacts
        facts={[
          ["Account", account],
          ["Your access", access],
          ["For the address", email],
        ]}
      />
      <MailButton href={href}>See the invitation</MailButton>
      <MailText quiet>
        The link works once, for you alone, until {dayInWords(expiresAt)} (UTC). After that, {invitedBy} can send
        another.
      </MailText>
    </MailLayout>
  );
}
