import { cutText } from "@/lib/platform/kernel/cut-text";
import { t } from "@/lib/platform/language/t";
import { MailButton, MailFacts, MailLayout, MailRule, MailText } from "@/lib/platform/mail/templates/layout";
import { MailMarkdown } from "@/lib/platform/mail/templates/markdown";
import { REPLY_LINE } from "@/lib/support/core/reply-line";

export interface TicketMessageProps {
  readonly heading: string;
  readonly accountName: string;
  readonly ticket: { readonly number: number; readonly subject: string };
  readonly authorName: string;
  readonly body: string;
  /** Names of the files attached to it, which are downloaded in the portal. */
  readonly files: readonly string[];
  /** Link to read and reply; null for recipients who can't open the ticket. */
  readonly href: string | null;
  readonly footer: string;
  /** Answering the mail adds to the ticket. */
  readonly answerable: boolean;
}

const LONGEST = 3_000;

/** A message in a support ticket, for its recipients: the text, its author, and where to reply. */
export function TicketMessage({
  heading,
  accountName,
  ticket,
  authorName,
  body,
  files,
  href,
  footer,
  answerable,
}: TicketMessageProps) {
  const shown = body.length > LONGEST ? `${cutText(body, LONGEST).trimEnd()} …` : body;
  return (
    <MailLayout preview={cutText(shown, 140)} heading={heading} footer={footer}>
      {answerable && <MailText quiet>{`${REPLY_LINE.begin} ${t("Reply above this line")} ${REPLY_LINE.end}`}</MailText>}
      <MailFacts
        facts={[
          [t("Ticket"), `#${ticket.number} ${ticket.subject}`],
          [t("Account"), accountName],
          [t("From@@sender"), authorName],
          ...(files.length > 0 ? [[t("Files"), files.join(", ")] as const] : []),
        ]}
      />
      <MailMarkdown text={shown} />
      {shown !== body && <MailText quiet>{t("Read the full message in the portal.")}</MailText>}
      {href && (
        <>
          <MailRule />
          <MailButton href={href}>{t("View and reply")}</MailButton>
        </>
      )}
    </MailLayout>
  );
}
