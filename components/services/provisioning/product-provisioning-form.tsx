import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ProductProvisioning } from "@/lib/services/provisioning/schema";

type Props = { productId: string; provisioning: ProductProvisioning; action: FormAction };

/** Who sets up the services of one product. */
export function ProductProvisioningForm({ productId, provisioning, action }: Props) {
  return (
    <OperationForm
      action={action}
      hidden={{ productId }}
      submitLabel={t("Save")}
      doneMessage={t("Saved.")}
      label={t("Set-up")}
      className="max-w-xl"
    >
      <Field name="endpoint" label={t("Set up by")} required>
        <Select options={provisioning.choices} defaultValue={provisioning.endpoint} />
      </Field>
    </OperationForm>
  );
}
