import { MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface EmailChangedMailProps {
  readonly name: string;
  readonly oldEmail: string;
  readonly newEmail: string;
}

/** After a change of address, to both. */
export function EmailChangedMail({ name, oldEmail, newEmail }: EmailChangedMailProps) {
  return (
    <MailLayout
      preview={`Sign in with ${newEmail} from now on`}
      heading="Your email address was changed"
      footer="If you did not want this, write to our support at once."
    >
      <MailText>Hello {name},</MailText>
      <MailText>Both addresses have confirmed the change. Sign in with the new one from now on.</MailText>
      <MailFacts
        facts={[
          ["Address before", oldEmail],
          ["Address now", newEmail],
        ]}
      />
    </MailLayout>
  );
}
