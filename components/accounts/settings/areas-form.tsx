import { OperationForm } from "@/components/ui/operation-form";
import { Switch } from "@/components/ui/switch";
import type { AccountAreas } from "@/lib/accounts/settings/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type Area = AccountAreas["areas"][number];

/** The areas an account can turn off, with what becomes unavailable, shown before saving. */
export function AreasForm({ areas, version, action }: AccountAreas & { action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={{ version, on: "" }}
      submitLabel={t("Save areas")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Areas saved, effective immediately for everyone.")}
      label={t("Areas of the portal")}
      className="max-w-2xl"
    >
      <ul className="divide-y divide-line rounded-lg border border-line">
        {areas.map((area) => (
          <li key={area.area} className="group px-4 py-3">
            <Switch name="on" value={area.area} label={area.name} hint={inShort(area)} defaultChecked={area.on} />
            <WhatGoes area={area} />
          </li>
        ))}
      </ul>
    </OperationForm>
  );
}

function inShort({ permissions }: Area): string {
  const names = permissions.slice(0, 3).map(({ name }) => name);
  const more = permissions.length - names.length;
  return more > 0 ? t("{names} and {more} more", { names: names.join(", "), more }) : names.join(", ");
}

/** Shown as soon as the switch is off, by CSS alone, so it works without JavaScript. */
function WhatGoes({ area: { name, permissions } }: { area: Area }) {
  return (
    <div className="mt-3 hidden rounded-md border border-warning-line bg-warning-soft px-3 py-2.5 text-sm group-has-[input[type=checkbox]:not(:checked)]:block">
      <p className="font-medium text-ink">{t("While {area} is off, no one on the account can:", { area: name })}</p>
      <ul className="mt-1 grid list-disc gap-x-6 ps-4 text-ink-soft sm:grid-cols-2">
        {permissions.map((permission) => (
          <li key={permission.name}>{permission.title.replace(/\.$/, "")}</li>
        ))}
      </ul>
      <p className="mt-1.5 text-ink-soft">{t("Nothing is deleted. Turn it back on to restore everything.")}</p>
    </div>
  );
}
