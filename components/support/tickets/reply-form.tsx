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
  closed: boolean;
  draft?: string;
};

export function ReplyForm({ action, idempotencyKey, ticketId, closed, draft }: ReplyFormProps) {
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
      <Field name="message" label={t("Reply")} hideLabel required>
        <Textarea rows={4} defaultValue={draft} placeholder={t("Write your reply")} />
      </Field>
    </OperationForm>
  );
}
