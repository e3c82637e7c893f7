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
  /** Who answered; null if the recipient may not see members. */
  readonly by: string | null;
  readonly href: string;
}

/** To the person who requested the permission. */
export function PermissionAnswerMail(props: PermissionAnswerMailProps) {
  const { name, account, permission, title, granted, until, by, href } = props;
  return (
    <MailLayout
      preview={title}
      heading={granted ? `You now have “${permission}”` : `Your request for “${permission}” was declined`}
      footer={`You're receiving this because you requested access on ${account}.`}
    >
      <MailText>Hello {name},</MailText>
      <MailText>
        {granted
          ? `${by ?? "The account owner or an administrator"} granted your request, effective immediately. You don't need to sign in again.`
          : `${by ?? "The account owner or an administrator"} declined your request. If you still need access, contact ${by ?? "them"}.`}
      </MailText>
      <MailFacts
        facts={[
          ["Permission", permission],
          ["Allows", title],
          ["Until", until && dayInWords(until)],
        ]}
      />
      {granted && <MailButton href={href}>Open the account</MailButton>}
    </MailLayout>
  );
}
