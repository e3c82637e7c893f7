import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailText } from "@/lib/platform/mail/templates/layout";

export interface MeetingMailProps {
  readonly heading: string;
  readonly accountName: string;
  readonly meeting: { readonly title: string; readonly when: string; readonly place: string };
  /** What happened, one paragraph each. */
  readonly text: readonly string[];
  /** Null for those who can't open the meeting. */
  readonly href: string | null;
  readonly action: string;
  readonly footer: string;
}

/** News of one meeting. */
export const MeetingMail = ({ heading, accountName, meeting, text, href, action, footer }: MeetingMailProps) => (
  <MailLayout preview={`${meeting.title} · ${meeting.when}`} heading={heading} footer={footer}>
    {text.map((one) => (
      <MailText key={one}>{one}</MailText>
    ))}
    <MailFacts
      facts={[
        [t("Meeting"), meeting.title],
        [t("When"), meeting.when],
        ...(meeting.place === "" ? [] : ([[t("Where"), meeting.place]] as [string, string][])),
        [t("Account"), accountName],
      ]}
    />
    {href && <MailButton href={href}>{action}</MailButton>}
  </MailLayout>
);
