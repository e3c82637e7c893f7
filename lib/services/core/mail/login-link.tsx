import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface LoginLinkProps {
  readonly accountName: string;
  readonly serviceName: string;
  /** The reader's own. */
  readonly href: string;
  /** Days until it expires. */
  readonly days: number;
}

/** A link that shows a service's credentials once. The credentials themselves are in no mail. */
export function LoginLink({ accountName, serviceName, href, days }: LoginLinkProps) {
  return (
    <MailLayout
      preview={t("Sign in to see them. The link works once.")}
      heading={t("Credentials for {name}", { name: serviceName })}
      footer={t("You're receiving this because you get service notifications for {accountName}.", { accountName })}
    >
      <MailText>
        {t(
          "Sign in and reveal the credentials. The link is for you alone, works once and expires in {days} days; after that you find them in the portal.",
          { days },
        )}
      </MailText>
      <MailFacts
        facts={[
          [t("Service"), serviceName],
          [t("Account"), accountName],
        ]}
      />
      <MailButton href={href}>{t("View credentials")}</MailButton>
    </MailLayout>
  );
}
