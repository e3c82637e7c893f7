import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface StaffChangeMailProps {
  readonly owner: string;
  readonly account: { readonly name: string; readonly number: string };
  readonly heading: string;
  /** What was done, in a sentence. */
  readonly what: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly by: { readonly name: string; readonly reference?: string; readonly requestedBy?: string };
  /** What the owner can do when it should not have happened. */
  readonly ifWrong: string;
  readonly href: string;
  readonly label: string;
}

/** To the owner of an account on which our staff changed something on request. */
export function StaffChangeMail(props: StaffChangeMailProps) {
  const { owner, account, heading, what, facts, by, ifWrong, href, label } = props;
  return (
    <MailLayout
      preview={`${by.requestedBy ? `Asked for by ${by.requestedBy}, done` : "Done"} by ${by.name}.`}
      heading={heading}
      footer="You get this mail because you own the account: whatever our staff change on it, you hear of it."
    >
      <MailText>Hello {owner},</MailText>
      <MailText>{what}</MailText>
      <MailFacts
        facts={[
          ...facts,
          ["Account", `${account.name} (${account.number})`],
          ["Asked for by", by.requestedBy],
          ["Reference", by.reference],
          ["Done by", by.name],
        ]}
      />
      <MailText>{ifWrong}</MailText>
      <MailButton href={href}>{label}</MailButton>
    </MailLayout>
  );
}
