import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface PasswordChangedMailProps {
  readonly name: string;
  readonly at: Date;
  /** "in your profile". */
  readonly how: string;
  readonly resetHref: string;
}

/** To the person whose password changed, in case it was someone else. */
export function PasswordChangedMail({ name, at, how, resetHref }: PasswordChangedMailProps) {
  return (
    <MailLayout
      preview="If this wasn't you, reset your password now"
      heading="Your password was changed"
      footer="You're receiving this because your login was changed."
    >
      <MailText>Hello {name},</MailText>
      <MailText>Your password was changed {how}. All other sessions have been signed out.</MailText>
      <MailFacts facts={[["When", momentInWords(at)]]} />
      <MailText>If this was you, you don't need to do anything. If it wasn't, reset your password right away:</MailText>
      <MailButton href={resetHref}>Reset password</MailButton>
    </MailLayout>
  );
}
