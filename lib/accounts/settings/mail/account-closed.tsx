import { env } from "@/lib/platform/config/env";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface AccountClosedMailProps {
  readonly name: string;
  readonly account: { readonly id: string; readonly name: string; readonly number: string };
  readonly by: string;
}

/** To those in charge of an account that was just closed. */
export function AccountClosedMail({ name, account, by }: AccountClosedMailProps) {
  const { PORTAL_URL, COMPANY_NAME } = env();
  return (
    <MailLayout
      preview={`${by} closed it. Invoices can still be seen and paid.`}
      heading={`${account.name} is closed`}
      footer={`You get this mail because you look after the people of this account. If nobody meant to close it, tell ${COMPANY_NAME} at once: we can open it again.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {by} closed the account of {account.name}. Its people can no longer use the portal, except that those who could
        see and pay invoices still can.
      </MailText>
      <MailFacts
        facts={[
          ["Account", `${account.name} (${account.number})`],
          ["Closed by", by],
        ]}
      />
      <MailButton href={`${PORTAL_URL}/a/${account.id}/invoices`}>See the invoices</MailButton>
    </MailLayout>
  );
}
