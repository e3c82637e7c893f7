import { knownBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
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
      preview={`Closed by ${by}. Invoices can still be viewed and paid.`}
      heading={`${account.name} has been closed`}
      footer={`You're receiving this because you manage people on this account. If it was closed by mistake, contact ${knownBrand().name} right away. We can reopen it.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {by} closed the {account.name} account. People on it can no longer use the portal, but those who could view and
        pay invoices still can.
      </MailText>
      <MailFacts
        facts={[
          ["Account", `${account.name} (${account.number})`],
          ["Closed by", by],
        ]}
      />
      <MailButton href={`${PORTAL_URL}/a/${account.id}/invoices`}>View invoices</MailButton>
    </MailLayout>
  );
}
