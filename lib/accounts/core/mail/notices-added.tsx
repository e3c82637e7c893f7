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
      preview="Confirm your address to get notifications"
      heading={`Confirm notifications from ${account}`}
      footer="If you don't recognise this, ignore this email. Nothing else will be sent to you."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {addedBy} would like to send notifications about {account} to this address. You don't need a login. Just confirm
        that the address is yours.
      </MailText>
      <MailFacts
        facts={[
          ["Account", account],
          ["Address", email],
          ["Notifications", notices.join(", ")],
        ]}
      />
      <MailButton href={href}>Confirm address</MailButton>
      <MailText quiet>This link expires in {days} days.</MailText>
    </MailLayout>
  );
}
