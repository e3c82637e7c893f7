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

/** To somebody who is to receive an account's notices without a login. Opening the link changes nothing yet. */
export function NoticesAddedMail({ account, name, email, addedBy, notices, days, href }: NoticesAddedMailProps) {
  return (
    <MailLayout
      preview="Nothing is sent before you confirm"
      heading={`Notices of ${account} for you`}
      footer="If you do not know what this is about, ignore it: nothing will be sent to you."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {addedBy} would like notices of {account} to be sent to this address. You need no login for that; please only
        confirm that the address is yours.
      </MailText>
      <MailFacts
        facts={[
          ["Account", account],
          ["Address", email],
          ["Notices", notices.join(", ")],
        ]}
      />
      <MailButton href={href}>Confirm this address</MailButton>
      <MailText quiet>The link works for {days} days.</MailText>
    </MailLayout>
  );
}
