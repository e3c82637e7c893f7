import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface TeamWelcomeMailProps {
  readonly name: string;
  readonly email: string;
  readonly roles: string;
  readonly addedBy: string;
  /** The person has no password yet. */
  readonly needsPassword: boolean;
  readonly href: string;
}

/** To a new team member. Contains no secret: the first password is set with a reset link. */
export function TeamWelcomeMail({ name, email, roles, addedBy, needsPassword, href }: TeamWelcomeMailProps) {
  return (
    <MailLayout
      preview={t("{addedBy} added you as {roles}", { addedBy, roles })}
      heading={t("Welcome to the team")}
      footer={t("If you don't know {addedBy}, you can ignore this email.", { addedBy })}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>{t("{addedBy} added you to the team in our staff console.", { addedBy })}</MailText>
      <MailFacts
        facts={[
          [t("Email address"), email],
          [t("Your roles"), roles],
        ]}
      />
      {needsPassword && (
        <MailText>
          {t("To set your password, request a reset link for this email address, open it, and then sign in.")}
        </MailText>
      )}
      <MailButton href={href}>{needsPassword ? t("Set password") : t("Open staff console")}</MailButton>
    </MailLayout>
  );
}
