import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PasswordResetMailProps {
  readonly name: string;
  readonly minutes: number;
  readonly href: string;
}

/** To somebody who says they have forgotten their password. The link shows a form; opening it changes nothing. */
export function PasswordResetMail({ name, minutes, href }: PasswordResetMailProps) {
  return (
    <MailLayout
      preview={`The link works once, for ${minutes} minutes`}
      heading="Choose a new password"
      footer="If you did not ask for this, ignore it: your password stays as it is."
    >
      <MailText>Hello {name},</MailText>
      <MailText>Somebody, hopefully you, asked for a new password for your login.</MailText>
      <MailButton href={href}>Choose a new password</MailButton>
      <MailText quiet>The link works once and for {minutes} minutes. After it, every browser is signed out.</MailText>
    </MailLayout>
  );
}
