import { Checkbox } from "@/components/ui/checkbox";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { OwnMessage } from "@/lib/support/merging/schema";

export type SplitFormProps = {
  ticketId: string;
  messages: OwnMessage[];
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  format: ViewerFormat;
};

/** The messages of a ticket to choose from, and the subject of the new one. */
export function SplitForm({ ticketId, messages, action, idempotencyKey, cancelHref, format }: SplitFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ ticketId }}
      label={t("Split off messages")}
      submitLabel={t("Create ticket")}
      cancelHref={cancelHref}
    >
      <Field name="subject" label={t("Subject of the new ticket")} required>
        <Input autoComplete="off" />
      </Field>
      <Fieldset name="messageIds" legend={t("Messages")}>
        <div className="flex flex-col gap-3">
          {messages.map(({ id, authorName, beginning, createdAt }) => (
            <Checkbox
              key={id}
              name="messageIds"
              value={id}
              label={
                <>
                  {authorName}, <DateTime value={createdAt} style="dateTime" format={format} />
                </>
              }
              hint={<span className="line-clamp-3 wrap-anywhere">{beginning}</span>}
            />
          ))}
        </div>
      </Fieldset>
    </OperationForm>
  );
}
