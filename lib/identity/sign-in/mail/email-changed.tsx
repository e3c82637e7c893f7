import { MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface EmailChangedMailProps {
  readonly name: string;
  readonly oldEmail: string;
  readonly newEmail: string;
}

/** To both addresses, after an email change. */
export function EmailChangedMail({ name, oldEmail, newEmail }: EmailChangedMailProps) {
  return (
    <MailLayout
      preview={`Sign in with ${newEmail} from now on`}
      heading="Your email address was changed"
      footer="If you didn't make this change, contact our support right away."
    >
      <MailText>Hello {name},</MailText>
      <MailText>The email address of your login has been changed. Use the new one to sign in from now on.</MailText>
      <MailFacts
        facts={[
          ["Previous address", oldEmail],
          ["New address", newEmail],
        ]}
      />
    </MailLayout>
  );
}
