import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface VerifyEmailMailProps {
  readonly name: string;
  readonly email: string;
  readonly days: number;
  readonly href: string;
}

/** Asks the recipient to confirm their address. Opening the link changes nothing yet. */
export function VerifyEmailMail({ name, email, days, href }: VerifyEmailMailProps) {
  return (
    <MailLayout
      preview="Confirm your address to get notifications"
      heading="Confirm your email address"
      footer="If you don't recognise this, you can ignore this email."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        Please confirm that {email} is your email address. We don't send notifications to it until you do.
      </MailText>
      <MailButton href={href}>Confirm address</MailButton>
      <MailText quiet>This link expires in {days} days.</MailText>
    </MailLayout>
  );
}
