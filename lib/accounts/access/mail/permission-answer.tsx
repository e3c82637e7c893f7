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
  readonly by: string;
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
          ? `${by} has granted your request. It is in force now; there is no need to sign in again.`
          : `${by} has declined your request. If you need it for your work, best talk to ${by}.`}
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
