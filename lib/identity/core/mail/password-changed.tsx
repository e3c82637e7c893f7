import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { momentInWords } from "@/lib/platform/mail/templates/moment-in-words";

export interface PasswordChangedMailProps {
  readonly name: string;
  readonly at: Date;
  /** "on your profile page". */
  readonly how: string;
  readonly resetHref: string;
}

/** After a change of password, to the person whose it is: the one who may know that it was somebody else. */
export function PasswordChangedMail({ name, at, how, resetHref }: PasswordChangedMailProps) {
  return (
    <MailLayout
      preview="If it was not you, choose another at once"
      heading="Your password was changed"
      footer="You get this because it is your login that changed."
    >
      <MailText>Hello {name},</MailText>
      <MailText>The password of your login was changed {how}. Other browsers have been signed out.</MailText>
      <MailFacts facts={[["When", momentInWords(at)]]} />
      <MailText>If that was you, there is nothing to do. If it was not, choose another password at once:</MailText>
      <MailButton href={resetHref}>Choose another password</MailButton>
    </MailLayout>
  );
}
