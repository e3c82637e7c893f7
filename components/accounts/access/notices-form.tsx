import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { NoticeChoices } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

export type NoticesFormProps = {
  action: FormAction;
  notices: NoticeChoices["notices"];
  idempotencyKey: string;
  cancelHref: string;
};

/** Name, address, and which notices. */
export function NoticesForm({ action, notices, idempotencyKey, cancelHref }: NoticesFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel="Add and ask to confirm"
      pendingLabel="Adding…"
      cancelHref={cancelHref}
    >
      <Field name="name" label="Name" required hint="A person or a mailbox, such as “Accounts payable”.">
        <Input autoComplete="off" />
      </Field>
      <Field
        name="email"
        label="Email address"
        required
        hint="They are asked to confirm it. Until they do, nothing is sent there: an address with a typing error learns nothing."
      >
        <Input type="email" autoComplete="off" />
      </Field>
      <Fieldset name="notices" legend="What shall they receive?">
        <input type="hidden" name="notices" value="" />
        <div className="flex flex-col gap-2">
          {notices.map(({ permission, title, locked }) => (
            <Checkbox
              key={permission}
              name="notices"
              value={permission}
              label={title}
              hint={locked ?? undefined}
              disabled={locked !== null}
            />
          ))}
        </div>
      </Fieldset>
    </OperationForm>
  );
}
