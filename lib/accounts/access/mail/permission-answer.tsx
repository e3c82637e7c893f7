import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface PermissionAnswerMailProps {
  readonly name: string;
  readonly account: string;
  readonly permission: string;
  /** What the permission allows, in a sentence. */
  readonly title: string;
  readonly granted: boolean;
  readonly until: Date | null;
  /** Who answered; null for somebody who may not see members. */
  readonly by: string | null;
  readonly href: string;
}

/** To the person who asked for a permission. */
export function PermissionAnswerMail(props: PermissionAnswerMailProps) {
  const { name, account, permission, title, granted, until, by, href } = props;
  return (
    <MailLayout
      preview={title}
      heading={granted ? `You now have “${permission}”` : `“${permission}” was not given`}
      footer={`You get this because you asked for a permission on the account of ${account}.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {granted
          ? `${by ?? "The account owner or an administrator"} has granted your request. It is effective immediately; there is no need to sign in again.`
          : `${by ?? "The account owner or an administrator"} has declined your request. If you need it for your work, talk to ${by ?? "them"}.`}
      </MailText>
      <MailFacts
        facts={[
          ["Permission", permission],
          ["What it allows", title],
          ["Until", until && dayInWords(until)],
        ]}
      />
      {granted && <MailButton href={href}>Open the account</MailButton>}
    </MailLayout>
  );
}
