import { knownBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface AccountClosedMailProps {
  readonly name: string;
  readonly account: { readonly id: string; readonly name: string; readonly number: string };
  readonly by: string;
}

/** To the people who managed an account that was just closed. */
export function AccountClosedMail({ name, account, by }: AccountClosedMailProps) {
  const { PORTAL_URL } = env();
  return (
    <MailLayout
      preview={t("Closed by {by}. Invoices can still be viewed and paid.", { by })}
      heading={t("{name} has been closed", { name: account.name })}
      footer={t(
        "You're receiving this because you manage people on this account. If it was closed by mistake, contact {name} right away. We can reopen it.",
        { name: knownBrand().name },
      )}
    >
      <MailText>{t("Hello {name},", { name })}</MailText>
      <MailText>
        {t(
          "{by} closed the {name} account. People on it can no longer use the portal, but those who could view and pay invoices still can.",
          { by, name: account.name },
        )}
      </MailText>
      <MailFacts
        facts={[
          [t("Account"), `${account.name} (${account.number})`],
          [t("Closed by"), by],
        ]}
      />
      <MailButton href={`${PORTAL_URL}/a/${account.id}/invoices`}>{t("View invoices")}</MailButton>
    </MailLayout>
  );
}
