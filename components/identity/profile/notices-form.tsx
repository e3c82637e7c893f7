import { Fieldset } from "@/components/ui/fieldset";
import { OperationForm } from "@/components/ui/operation-form";
import { Switch } from "@/components/ui/switch";
import type { OwnNotices } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** The notifications of one account. The empty field means "none" when every switch is off. */
export function NoticesForm({ action, account }: { action: FormAction; account: OwnNotices }) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      submitVariant="secondary"
      doneMessage={t("Notifications saved.")}
      label={t("Notifications for {accountName}", { accountName: account.accountName })}
      className="max-w-lg"
    >
      <input type="hidden" name="wanted" value="" />
      <Fieldset
        name="wanted"
        legend={t("Notifications for {accountName}", { accountName: account.accountName })}
        hideLegend
        className="flex flex-col gap-3"
      >
        <div className="flex flex-col gap-3">
          {account.notices.map(({ notice, name, title, on, optional }) => (
            <Switch
              key={notice}
              name="wanted"
              value={notice}
              label={name}
              hint={optional ? title : t("{title} Always sent, so that services aren't lost by accident.", { title })}
              defaultChecked={on}
              disabled={!optional}
            />
          ))}
        </div>
      </Fieldset>
    </OperationForm>
  );
}
