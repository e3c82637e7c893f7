import { Fieldset } from "@/components/ui/fieldset";
import { OperationForm } from "@/components/ui/operation-form";
import { Switch } from "@/components/ui/switch";
import type { OwnNotices } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

/** The notices of one account: on, off, or always. The empty field says "none" where every switch is off. */
export function NoticesForm({ action, account }: { action: FormAction; account: OwnNotices }) {
  return (
    <OperationForm
      action={action}
      submitLabel="Save"
      pendingLabel="Saving…"
      submitVariant="secondary"
      doneMessage="Saved."
      label={`Notices of ${account.accountName}`}
      className="max-w-lg"
    >
      <input type="hidden" name="wanted" value="" />
      <Fieldset name="wanted" legend={`Notices of ${account.accountName}`} hideLegend className="flex flex-col gap-3">
        <div className="flex flex-col gap-3">
          {account.notices.map(({ notice, name, title, on, optional }) => (
            <Switch
              key={notice}
              name="wanted"
              value={notice}
              label={name}
              hint={optional ? title : `${title} Always sent: missing them can cost you the service.`}
              defaultChecked={on}
              disabled={!optional}
            />
          ))}
        </div>
      </Fieldset>
    </OperationForm>
  );
}
