import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import { type CannedReply, fieldList } from "@/lib/support/canned-replies/schema";

/** A canned reply to change, or a new one. */
export function CannedReplyForm({ reply, action }: { reply?: CannedReply; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={reply && { replyId: reply.id, version: reply.version }}
      label={reply ? reply.title : t("Create canned reply")}
      submitLabel={reply ? t("Save") : t("Create")}
      pendingLabel={t("Saving…")}
      doneMessage={reply ? t("Saved.") : t("Created.")}
      resetOnDone={reply === undefined}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="title" label={t("Title")} required>
          <Input autoComplete="off" defaultValue={reply?.title} />
        </Field>
        <Field name="department" label={t("Department")}>
          <Select
            placeholder={t("All departments")}
            options={Object.entries(departmentNames).map(([value, label]) => ({ value, label: t(label) }))}
            defaultValue={reply?.department ?? undefined}
          />
        </Field>
      </div>
      <Field
        name="body"
        label={t("Text")}
        hint={t("These fields are filled in for each ticket: {fields}", {
          fields: fieldList,
        })}
        required
      >
        <Textarea rows={5} defaultValue={reply?.body} />
      </Field>
    </OperationForm>
  );
}
