import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ServiceDetail } from "@/lib/services/services/schema";

/** Changes a service's display name; nothing about the service itself. */
export function RenameForm({ service, action }: { service: ServiceDetail; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={{ serviceId: service.id, version: service.version }}
      submitLabel={t("Save name")}
      submitVariant="secondary"
      pendingLabel={t("Saving…")}
      doneMessage={t("Name saved.")}
    >
      <Field
        name="name"
        label={t("Name")}
        required
        hint={t("Only changes the name shown in the portal. Hostnames and addresses stay the same.")}
      >
        <Input key={service.name} defaultValue={service.name} autoComplete="off" />
      </Field>
    </OperationForm>
  );
}
