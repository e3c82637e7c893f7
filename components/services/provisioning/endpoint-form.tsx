import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { Endpoint } from "@/lib/services/provisioning/schema";
import { KeyOnce } from "./key-once";

/** A system that is sent paid orders. The key of a new one is shown once, in the form. */
export function EndpointForm({ endpoint, action }: { endpoint?: Endpoint; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={endpoint && { endpointId: endpoint.id, version: endpoint.version }}
      submitLabel={endpoint ? t("Save") : t("Connect")}
      pendingLabel={t("Saving…")}
      doneMessage={endpoint ? t("Saved.") : undefined}
      resetOnDone={endpoint === undefined}
      label={endpoint ? endpoint.name : t("Connect a system")}
    >
      {!endpoint && <KeyOnce />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={t("Name")} required>
          <Input autoComplete="off" defaultValue={endpoint?.name} />
        </Field>
        <Field name="url" label="URL" required hint={t("Starts with https://.")}>
          <Input type="url" autoComplete="off" spellCheck={false} defaultValue={endpoint?.url} />
        </Field>
      </div>
      <Checkbox
        name="active"
        label={t("Active")}
        hint={t("It is sent what is paid for from then on. Services already waiting stay with staff.")}
        defaultChecked={endpoint?.active ?? true}
      />
      <Checkbox
        name="isDefault"
        label={t("Default")}
        hint={t("For all products without a choice of their own.")}
        defaultChecked={endpoint?.isDefault}
      />
    </OperationForm>
  );
}
