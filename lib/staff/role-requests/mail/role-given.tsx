import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface RoleGivenMailProps {
  readonly name: string;
  readonly account: string;
  readonly role: Sentence;
  readonly by: string;
  readonly requestedBy?: string;
  readonly href: string;
}

/** To a person whose role our staff changed on request. */
export function RoleGivenMail({ name, account, role: given, by, requestedBy, href }: RoleGivenMailProps) {
  const role = t(given);
  return (
    <MailLayout
      preview={t("You now have the “{role}” role", { role })}
      heading={t("Your access to {account} has changed", { account })}
      footer={t("You're receiving this because your access changed.")}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t("You now have the “{role}” role on {account}. It replaces any roles you had there.", { role, account })}
      </MailText>
      <MailFacts
        facts={[
          [t("Role"), role],
          [t("Requested by"), requestedBy],
          [t("Assigned by"), by],
        ]}
      />
      <MailButton href={href}>{t("Open the account")}</MailButton>
    </MailLayout>
  );
}
