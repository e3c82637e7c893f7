import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface RoleGivenMailProps {
  readonly name: string;
  readonly account: string;
  readonly role: string;
  readonly by: string;
  readonly requestedBy?: string;
  readonly href: string;
}

/** To somebody with a login whose role our staff changed on request. */
export function RoleGivenMail({ name, account, role, by, requestedBy, href }: RoleGivenMailProps) {
  return (
    <MailLayout
      preview={`You now have the role “${role}”.`}
      heading={`Your access to ${account} has changed`}
      footer="You get this mail because it concerns your own access."
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        You now have the role “{role}” on the account of {account}. It takes the place of the roles you had there.
      </MailText>
      <MailFacts
        facts={[
          ["Role", role],
          ["Asked for by", requestedBy],
          ["Given by", by],
        ]}
      />
      <MailButton href={href}>Open the account</MailButton>
    </MailLayout>
  );
}
