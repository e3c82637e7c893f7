import { AttachmentList } from "@/components/ui/attachments/attachment-list";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { RelativeTime } from "@/components/ui/relative-time";
import { foldQuotes } from "@/lib/platform/kernel/fold-quotes";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { TicketMessage } from "@/lib/support/tickets/schema";

export type MessageProps = {
  message: TicketMessage;
  /** Where its files are below. */
  filesHref: string;
  now: Date;
  format: ViewerFormat;
};

/** One message. Staff messages stand out by background and badge; a note says who can't see it. */
export function Message({ message, filesHref, now, format }: MessageProps) {
  const { authorName, authorIsStaff, mine, internal, body, attachments, createdAt } = message;
  const { text, earlier } = foldQuotes(body);
  return (
    <article aria-label={`${authorName}, ${kindOf(message)}`} className={cx("rounded-lg border", groundOf(message))}>
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-4 pt-3">
        <Avatar name={authorName} size="sm" />
        <span className="font-medium wrap-anywhere text-ink">{authorName}</span>
        {mine && <span className="text-ink-soft">{t("you")}</span>}
        {authorIsStaff && !internal && <Badge tone="accent">{t("Staff")}</Badge>}
        {internal && (
          <Badge tone="warning" icon={<Icon name="eye-off" className="size-3.5" />}>
            {t("Internal note, not shown to the customer")}
          </Badge>
        )}
        <span className="ms-auto text-sm text-ink-soft">
          <DateTime value={createdAt} style="dateTime" format={format} />
          <span className="max-sm:hidden">
            {" · "}
            <RelativeTime value={createdAt} now={now} format={format} />
          </span>
        </span>
      </header>
      <Markdown text={text} className="px-4 pt-2 pb-3.5 text-ink" />
      {earlier && (
        <details className="px-4 pb-3.5">
          <summary className="tap w-fit cursor-pointer text-sm text-ink-soft">{t("Earlier messages")}</summary>
          <p className="mt-2 border-s-2 border-line ps-3 text-sm whitespace-pre-wrap wrap-anywhere text-ink-soft">
            {earlier}
          </p>
        </details>
      )}
      <AttachmentList attachments={attachments} href={filesHref} locale={format.locale} />
    </article>
  );
}

function kindOf({ internal, authorIsStaff }: TicketMessage): string {
  if (internal) return t("internal note");
  return authorIsStaff ? t("staff@@author") : t("customer@@author");
}

function groundOf({ internal, authorIsStaff }: TicketMessage): string {
  if (internal) return "border-dashed border-warning-line bg-warning-soft";
  return authorIsStaff ? "border-accent-line bg-accent-soft" : "border-line bg-surface";
}
