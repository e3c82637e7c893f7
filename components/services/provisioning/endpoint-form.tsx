import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { Endpoint } from "@/lib/services/provisioning/schema";
import { KeyOnce } from "./key-once";

/** A system that is sent paid orders. The key of a new one is shown once, in the form. */
export function EndpointForm({ endpoint, action }: { endpoint?: Endpoint; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={endpoint && { endpointId: endpoint.id, version: endpoint.version }}
      submitLabel={endpoint ? "Save" : "Connect"}
      pendingLabel="Saving…"
      doneMessage={endpoint ? "Saved." : undefined}
      resetOnDone={endpoint === undefined}
      label={endpoint ? endpoint.name : "Connect a system"}
    >
      {!endpoint && <KeyOnce />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label="Name" required>
          <Input autoComplete="off" defaultValue={endpoint?.name} />
        </Field>
        <Field name="url" label="URL" required hint="Starts with https://.">
          <Input type="url" autoComplete="off" spellCheck={false} defaultValue={endpoint?.url} />
        </Field>
      </div>
      <Checkbox
        name="active"
        label="Active"
        hint="It is sent what is paid for from then on. Services already waiting stay with staff."
        defaultChecked={endpoint?.active ?? true}
      />
      <Checkbox
        name="isDefault"
        label="Default"
        hint="For all products without a choice of their own."
        defaultChecked={endpoint?.isDefault}
      />
    </OperationForm>
  );
}
