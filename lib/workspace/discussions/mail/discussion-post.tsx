import { cutText } from "@/lib/platform/kernel/cut-text";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailRule, MailText } from "@/lib/platform/mail/templates/layout";
import { MailMarkdown } from "@/lib/platform/mail/templates/markdown";

export interface DiscussionPostProps {
  readonly heading: string;
  readonly group: string;
  readonly accountName: string;
  readonly authorName: string;
  readonly body: string;
  /** Names of the files attached to it, which are downloaded in the portal. */
  readonly files: readonly string[];
  readonly href: string;
  readonly footer: string;
}

const LONGEST = 3_000;

/** A post in a discussion thread, for those who are told at once. */
export function DiscussionPost({
  heading,
  group,
  accountName,
  authorName,
  body,
  files,
  href,
  footer,
}: DiscussionPostProps) {
  const shown = body.length > LONGEST ? `${cutText(body, LONGEST).trimEnd()} …` : body;
  return (
    <MailLayout preview={cutText(shown, 140)} heading={heading} footer={footer}>
      <MailFacts
        facts={[
          [t("Group"), group],
          [t("Account"), accountName],
          [t("From@@sender"), authorName],
          ...(files.length > 0 ? [[t("Files"), files.join(", ")] as const] : []),
        ]}
      />
      <MailMarkdown text={shown} />
      {shown !== body && <MailText quiet>{t("Read the full message in the portal.")}</MailText>}
      <MailRule />
      <MailButton href={href}>{t("View and reply")}</MailButton>
    </MailLayout>
  );
}
