import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { Cancellation } from "@/lib/services/services/schema";
import { CancellationTimes } from "./cancellation-times";

export type CancellationFormProps = {
  cancellation: Cancellation;
  action: FormAction;
  backHref: string;
  format: ViewerFormat;
};

/** Explains the consequences, then requires typing the service's name. */
export function CancellationForm({ cancellation, action, backHref, format }: CancellationFormProps) {
  const { id, name, version } = cancellation;
  return (
    <OperationForm
      action={action}
      hidden={{ serviceId: id, version }}
      submitLabel={t("Cancel service")}
      submitVariant="danger"
      pendingLabel={t("Cancelling…")}
      cancelHref={backHref}
      cancelLabel={t("Keep service")}
    >
      <CancellationTimes cancellation={cancellation} format={format} />
      <Field
        name="reason"
        label={t("Reason")}
        hint={t("Saved with the service and shared with people who get service notifications.")}
      >
        <Textarea rows={2} />
      </Field>
      <Field
        name="confirmName"
        required
        label={t("Type the service name to confirm")}
        hint={rich("Type exactly: {strong}", {
          strong: <strong className="font-semibold wrap-anywhere text-ink">{name}</strong>,
        })}
      >
        <Input autoComplete="off" autoCapitalize="off" spellCheck={false} />
      </Field>
    </OperationForm>
  );
}
