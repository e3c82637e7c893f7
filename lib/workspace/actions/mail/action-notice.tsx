import { cutText } from "@/lib/platform/kernel/cut-text";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { MailButton, MailFacts, MailLayout } from "@/lib/platform/mail/templates/layout";
import { MailMarkdown } from "@/lib/platform/mail/templates/markdown";

export interface ActionNoticeProps {
  readonly heading: string;
  readonly action: { readonly number: number; readonly title: string; readonly dueOn: string | null };
  readonly accountName: string;
  /** A comment. */
  readonly text?: string | undefined;
  readonly href: string;
  readonly footer: string;
}

const LONGEST = 3_000;

/** An action that was assigned, commented on, or is due. */
export function ActionNotice({ heading, action, accountName, text, href, footer }: ActionNoticeProps) {
  const { number, title, dueOn } = action;
  return (
    <MailLayout preview={`#${number} ${title}`} heading={heading} footer={footer}>
      <MailFacts
        facts={[
          [t("Action"), `#${number} ${title}`],
          [t("Due date"), dueOn === null ? t("None") : writtenDay(dueOn)],
          [t("Account"), accountName],
        ]}
      />
      {text !== undefined && <MailMarkdown text={text.length > LONGEST ? `${cutText(text, LONGEST)} …` : text} />}
      <MailButton href={href}>{t("View action")}</MailButton>
    </MailLayout>
  );
}

const writtenDay = (day: string): string =>
  formatDateTime(new Date(day), "date", { locale: currentLocale(), timeZone: "UTC" });
