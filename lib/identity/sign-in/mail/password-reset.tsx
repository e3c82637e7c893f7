import { MailButton, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PasswordResetMailProps {
  readonly name: string;
  readonly minutes: number;
  readonly href: string;
}

/** To a person who forgot their password. The link shows a form; opening it changes nothing. */
export function PasswordResetMail({ name, minutes, href }: PasswordResetMailProps) {
  return (
    <MailLayout
      preview={`This link expires in ${minutes} minutes`}
      heading="Reset your password"
      footer="If you didn't request this, you can ignore this email. Your password won't change."
    >
      <MailText>Hello {name},</MailText>
      <MailText>We received a request to reset the password of your login.</MailText>
      <MailButton href={href}>Reset password</MailButton>
      <MailText quiet>
        This link works once and expires in {minutes} minutes. Resetting your password signs out all sessions.
      </MailText>
    </MailLayout>
  );
}
