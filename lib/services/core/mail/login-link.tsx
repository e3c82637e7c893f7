import { servicesInWords } from "@/lib/billing/core/dunning/mail/services-stopped";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

interface About {
  readonly serviceName: string;
  readonly justSetUp: boolean;
}

export interface LoginLinkProps extends About {
  readonly accountName: string;
  /** The reader's own. */
  readonly href: string;
  /** Days until it expires. */
  readonly days: number;
}

export const loginLinkSubject = ({ serviceName, justSetUp }: About): string =>
  justSetUp ? servicesInWords("set up", [serviceName]) : t("Credentials for {name}", { name: serviceName });

/** A link that shows a service's credentials once. The credentials themselves are in no mail. */
export function LoginLink({ accountName, serviceName, justSetUp, href, days }: LoginLinkProps) {
  return (
    <MailLayout
      preview={t("Sign in to see them. The link works once.")}
      heading={loginLinkSubject({ serviceName, justSetUp })}
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
