import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { NoticeChoices } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type NoticesFormProps = {
  action: FormAction;
  notices: NoticeChoices["notices"];
  idempotencyKey: string;
  cancelHref: string;
};

/** Name, email address and notifications. */
export function NoticesForm({ action, notices, idempotencyKey, cancelHref }: NoticesFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Add and send confirmation")}
      pendingLabel={t("Adding…")}
      cancelHref={cancelHref}
    >
      <Field name="name" label={t("Name")} required hint={t("A person or a mailbox, such as “Accounts payable”.")}>
        <Input autoComplete="off" />
      </Field>
      <Field
        name="email"
        label={t("Email address")}
        required
        hint={t("We ask them to confirm it. Nothing is sent until they do, so a mistyped address receives nothing.")}
      >
        <Input type="email" autoComplete="off" />
      </Field>
      <Fieldset name="notices" legend={t("Notifications")}>
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
