"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { Icon } from "@/components/ui/icon";
import type { HeldPermission } from "@/lib/identity/core/schema";
import { t } from "@/lib/platform/language/t";

/**
 * The permissions the person holds, by area: sent as data, which is much shorter than as
 * elements. Areas are collapsed, as there are about ninety.
 */
export function PermissionChoice({ held }: { held: HeldPermission[] }) {
  const areas = [...new Set(held.map(({ area }) => area))];
  return (
    <Fieldset name="permissions" legend={t("Permissions")} hint={t("Only permissions you hold are listed.")}>
      <div className="divide-y divide-line rounded-lg border border-line">
        {areas.map((area) => {
          const permissions = held.filter((one) => one.area === area);
          return (
            <details key={area} className="group">
              <summary className="flex cursor-pointer list-none items-center gap-2 px-3 py-2 font-medium text-ink hover:bg-hover">
                <Icon
                  name="chevron-right"
                  className="size-4 text-ink-faint transition-transform group-open:rotate-90"
                />
                {area}
                <span className="text-sm font-normal text-ink-soft">{permissions.length}</span>
              </summary>
              <div className="grid gap-3 px-4 pt-1 pb-4 sm:grid-cols-2">
                {permissions.map(({ permission, name, title }) => (
                  <Checkbox key={permission} name="permissions" value={permission} label={name} hint={title} />
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </Fieldset>
  );
}
