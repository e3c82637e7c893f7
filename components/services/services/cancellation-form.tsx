import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
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
      submitLabel="Cancel service"
      submitVariant="danger"
      pendingLabel="Cancelling…"
      cancelHref={backHref}
      cancelLabel="Keep service"
    >
      <CancellationTimes cancellation={cancellation} format={format} />
      <Field
        name="reason"
        label="Reason"
        hint="Saved with the service and shared with people who get service notifications."
      >
        <Textarea rows={2} />
      </Field>
      <Field
        name="confirmName"
        required
        label="Type the service name to confirm"
        hint={
          <>
            Type exactly: <strong className="font-semibold wrap-anywhere text-ink">{name}</strong>
          </>
        }
      >
        <Input autoComplete="off" autoCapitalize="off" spellCheck={false} />
      </Field>
    </OperationForm>
  );
}
