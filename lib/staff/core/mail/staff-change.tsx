import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface StaffChangeMailProps {
  readonly owner: string;
  readonly account: { readonly name: string; readonly number: string };
  readonly heading: string;
  /** What was done, in one sentence. */
  readonly what: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly by: { readonly name: string; readonly reference?: string; readonly requestedBy?: string };
  /** What the owner can do if it was a mistake. */
  readonly ifWrong: string;
  readonly href: string;
  readonly label: string;
}

/** To the owner, when our staff changed something on the account on request. */
export function StaffChangeMail(props: StaffChangeMailProps) {
  const { owner, account, heading, what, facts, by, ifWrong, href, label } = props;
  return (
    <MailLayout
      preview={`${by.requestedBy ? `Requested by ${by.requestedBy}, done` : "Done"} by ${by.name}`}
      heading={heading}
      footer="You're receiving this because you own the account. We notify you of every change our staff make to access."
    >
      <MailText>Hello {owner},</MailText>
      <MailText>{what}</MailText>
      <MailFacts
        facts={[
          ...facts,
          ["Account", `${account.name} (${account.number})`],
          ["Requested by", by.requestedBy],
          ["Reference", by.reference],
          ["Done by", by.name],
        ]}
      />
      <MailText>{ifWrong}</MailText>
      <MailButton href={href}>{label}</MailButton>
    </MailLayout>
  );
}
