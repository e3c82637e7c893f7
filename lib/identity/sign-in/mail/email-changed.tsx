import { t } from "@/lib/platform/language/t";
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
      preview={t("Sign in with {newEmail} from now on", { newEmail })}
      heading={t("Your email address was changed")}
      footer={t("If you didn't make this change, contact our support right away.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t("The email address of your login has been changed. Use the new one to sign in from now on.")}
      </MailText>
      <MailFacts
        facts={[
          [t("Previous address"), oldEmail],
          [t("New address"), newEmail],
        ]}
      />
    </MailLayout>
  );
}
