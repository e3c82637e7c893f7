import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface OwnerWelcomeMailProps {
  readonly name: string;
  readonly email: string;
  readonly account: string;
  readonly number: string;
  /** The hosting company. */
  readonly company: string;
  readonly href: string;
  /** When the link to set a first password expires; null if they can sign in already. */
  readonly expiresAt: Date | null;
}

/** To the owner of an account that staff created. */
export function OwnerWelcomeMail(props: OwnerWelcomeMailProps) {
  const { name, email, account, number, company, href, expiresAt } = props;
  return (
    <MailLayout
      preview={t("You're the owner of {account}", { account })}
      heading={t("Your account with {company}", { company })}
      footer={t("If you don't know {company}, you can ignore this email.", { company })}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t(
          "We've created an account for {account}, and you're its owner: you order services and decide who else has access.",
          { account },
        )}
      </MailText>
      <MailFacts
        facts={[
          [t("Account number"), number],
          [t("Your email address"), email],
          ...(expiresAt ? [[t("Link expires"), dayInWords(expiresAt)] as const] : []),
        ]}
      />
      <MailButton href={href}>{expiresAt ? t("Set password") : t("Open account")}</MailButton>
      {expiresAt && (
        <MailText>{t("After that, use “Forgot password” on the sign-in page to get a new link.")}</MailText>
      )}
    </MailLayout>
  );
}
