import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface VerifyEmailMailProps {
  readonly name: string;
  readonly email: string;
  readonly days: number;
  readonly href: string;
}

/** Asks whoever reads the mail of an address to confirm that it is theirs. Opening the link changes nothing yet. */
export function VerifyEmailMail({ name, email, days, href }: VerifyEmailMailProps) {
  return (
    <MailLayout
      preview="Notices go to confirmed addresses only"
      heading="Confirm your email address"
      footer="If you do not know what this is about, ignore it."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        Please confirm that {email} is your address. Until then we send no notices there, so that they do not reach
        somebody else.
      </MailText>
      <MailButton href={href}>Confirm this address</MailButton>
      <MailText quiet>The link works for {days} days.</MailText>
    </MailLayout>
  );
}
