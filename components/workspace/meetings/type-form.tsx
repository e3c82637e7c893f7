import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingType } from "@/lib/workspace/meetings/schema";

type Props = { action: FormAction; type?: MeetingType };

export const TypeForm = ({ action, type }: Props) => (
  <OperationForm
    action={action}
    hidden={type ? { typeId: type.id, version: type.version } : {}}
    submitLabel={type ? t("Save changes") : t("Create type")}
    submitVariant={type ? "secondary" : "primary"}
    resetOnDone={type === undefined}
  >
    <Field name="name" label={t("Name")} required>
      <Input defaultValue={type?.name} autoComplete="off" />
    </Field>
    <Field
      name="agenda"
      label={t("Starting agenda")}
      hint={t("One item a line. “Finance report (15)” takes 15 minutes; a line that begins with “-” is a break.")}
    >
      <Textarea rows={6} defaultValue={type?.agenda} />
    </Field>
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="minutesLong" label={t("Usual length in minutes")} required>
        <Input type="number" min={5} max={1440} defaultValue={type?.minutesLong ?? 60} />
      </Field>
      <Field name="place" label={t("Usual place")}>
        <Input defaultValue={type?.place} />
      </Field>
    </div>
    <input type="hidden" name="draftsOpen" value="false" />
    <Checkbox
      name="draftsOpen"
      label={t("Everyone invited sees the draft minutes")}
      hint={t("Otherwise they see them once they are sent for comment.")}
      defaultChecked={type?.draftsOpen}
    />
  </OperationForm>
);
