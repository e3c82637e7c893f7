import { TypingSignal } from "@/components/support/tickets/typing-signal";
import { AttachmentField, type AttachmentFieldProps } from "@/components/ui/attachments/attachment-field";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { MarkdownField } from "@/components/ui/markdown-field";
import { MentionSuggestions } from "@/components/ui/mention-suggestions";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { TicketDetail } from "@/lib/support/tickets/schema";
import { DraftKeeper } from "./draft-keeper";

export type ReplyFormProps = {
  action: FormAction;
  idempotencyKey: string;
  ticket: TicketDetail;
  /** Where the draft is kept, as a path of the API. */
  draftUrl: string;
  typingHref: string;
  files: AttachmentFieldProps;
  /** A canned reply that a browser without a script chose: it goes after what was typed. */
  canned?: string;
};

/** A reply: kept as it is typed, and sent ten seconds after the button. */
export function ReplyForm({ action, idempotencyKey, ticket, draftUrl, typingHref, files, canned }: ReplyFormProps) {
  const { id: ticketId, status, isMerged, newestMessageId, draft, colleagues } = ticket;
  // A reply to a merged ticket goes on in the one that stays.
  const closed = status === "closed" && !isMerged;
  const typed = [draft?.message, canned].filter(Boolean).join("\n\n");
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ ticketId, seen: newestMessageId ?? undefined }}
      label={t("Reply")}
      submitLabel={closed ? t("Send and reopen") : t("Send reply")}
      pendingLabel={t("Sending…")}
      submitIcon={<Icon name="send" />}
      resetOnDone
    >
      {closed && <Callout>{t("This ticket is closed. Replying reopens it.")}</Callout>}
      <TypingSignal href={typingHref} />
      <MarkdownField
        name="message"
        label={t("Reply")}
        hideLabel
        rows={4}
        placeholder={t("Write your reply")}
        defaultValue={typed}
      >
        <DraftKeeper url={draftUrl} fields={["message"]} version={draft?.version ?? 0} />
        <MentionSuggestions names={colleagues.map(({ name }) => name)} />
      </MarkdownField>
      <AttachmentField {...files} />
    </OperationForm>
  );
}
