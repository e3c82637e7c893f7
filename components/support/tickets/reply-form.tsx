import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";

export type ReplyFormProps = { action: FormAction; idempotencyKey: string; ticketId: string; closed: boolean };

export function ReplyForm({ action, idempotencyKey, ticketId, closed }: ReplyFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ ticketId }}
      label="Reply"
      submitLabel={closed ? "Send and reopen" : "Send reply"}
      pendingLabel="Sending…"
      submitIcon={<Icon name="send" />}
      resetOnDone
    >
      {closed && <Callout>This ticket is closed. Replying reopens it.</Callout>}
      <Field name="message" label="Reply" hideLabel required>
        <Textarea rows={4} placeholder="Write your reply" />
      </Field>
    </OperationForm>
  );
}
