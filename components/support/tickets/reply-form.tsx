import { TypingSignal } from "@/components/support/tickets/typing-signal";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type ReplyFormProps = {
  action: FormAction;
  idempotencyKey: string;
  ticketId: string;
  typingHref: string;
  closed: boolean;
};

export function ReplyForm({ action, idempotencyKey, ticketId, typingHref, closed }: ReplyFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ ticketId }}
      label={t("Reply")}
      submitLabel={closed ? t("Send and reopen") : t("Send reply")}
      pendingLabel={t("Sending…")}
      submitIcon={<Icon name="send" />}
      resetOnDone
    >
      {closed && <Callout>{t("This ticket is closed. Replying reopens it.")}</Callout>}
      <TypingSignal href={typingHref} />
      <Field name="message" label={t("Reply")} hideLabel required>
        <Textarea rows={4} placeholder={t("Write your reply")} />
      </Field>
    </OperationForm>
  );
}
