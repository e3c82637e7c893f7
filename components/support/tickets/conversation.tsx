import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { TicketMessage } from "@/lib/support/tickets/schema";
import { Message } from "./message";

export type ConversationProps = {
  messages: TicketMessage[];
  /** URLs of the pages before and after, if any. */
  earlierHref?: string;
  laterHref?: string;
  /** Where the files of messages are below. */
  filesHref: string;
  /** After the messages: what isn't sent yet. */
  children?: ReactNode;
  now: Date;
  format: ViewerFormat;
};

/** The messages, oldest first, one page at a time. */
export function Conversation({
  messages,
  earlierHref,
  laterHref,
  filesHref,
  now,
  format,
  children,
}: ConversationProps) {
  return (
    <section aria-label={t("Conversation")} className="flex flex-col gap-3">
      {earlierHref && (
        <ButtonLink href={earlierHref} className="self-center">
          {t("Earlier messages")}
        </ButtonLink>
      )}
      <ol className="flex flex-col gap-3">
        {messages.map((message) => (
          <li key={message.id}>
            <Message message={message} filesHref={filesHref} now={now} format={format} />
          </li>
        ))}
      </ol>
      {children}
      {laterHref && (
        <ButtonLink href={laterHref} className="self-center">
          {t("Later messages")}
        </ButtonLink>
      )}
    </section>
  );
}
