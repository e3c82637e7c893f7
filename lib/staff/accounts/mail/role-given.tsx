import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface RoleGivenMailProps {
  readonly name: string;
  readonly account: string;
  readonly role: string;
  readonly by: string;
  readonly requestedBy?: string;
  readonly href: string;
}

/** To a person whose role our staff changed on request. */
export function RoleGivenMail({ name, account, role, by, requestedBy, href }: RoleGivenMailProps) {
  return (
    <MailLayout
      preview={`You now have the “${role}” role`}
      heading={`Your access to ${account} has changed`}
      footer="You're receiving this because your access changed."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        You now have the “{role}” role on {account}. It replaces any roles you had there.
      </MailText>
      <MailFacts
        facts={[
          ["Role", role],
          ["Requested by", requestedBy],
          ["Assigned by", by],
        ]}
      />
      <MailButton href={href}>Open the account</MailButton>
    </MailLayout>
  );
}
