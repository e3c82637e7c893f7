import { Icon } from "@/components/ui/icon";
import type { AccessChoices } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";
import { type AccessDraft, overrideIn } from "./access-draft";
import { PermissionRow } from "./permission-row";

export type PermissionGridProps = {
  areas: AccessChoices["areas"];
  draft: AccessDraft;
  /** Formats dates for the viewer. */
  dayOf: (iso: string) => string;
};

/** Every permission that can be granted or denied individually, by area. */
export function PermissionGrid({ areas, draft, dayOf }: PermissionGridProps) {
  return (
    <div className="divide-y divide-line overflow-hidden rounded-lg border border-line">
      {areas.map(({ area, name, permissions }) => {
        const switched = permissions.filter(({ permission }) => isSwitched(draft, permission)).length;
        return (
          <details key={area} open={switched > 0} className="group/area bg-surface">
            <summary className="fold flex min-h-9 items-center gap-2 px-3 py-1.5 pointer-coarse:min-h-11">
              <Icon
                name="chevron-right"
                className="size-4 text-ink-faint transition-transform group-open/area:rotate-90"
              />
              <span className="font-medium text-ink">{name}</span>
              <span className="ms-auto text-sm text-ink-soft">
                {switched > 0 ? t("{count} changed", { count: switched }) : t("Same as role")}
              </span>
            </summary>
            <ul className="divide-y divide-line border-t border-line">
              {permissions.map((one) => (
                <PermissionRow key={one.permission} choice={one} draft={draft} dayOf={dayOf} />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

export function isSwitched(draft: AccessDraft, permission: string): boolean {
  return Boolean(overrideIn(draft, permission, "on") ?? overrideIn(draft, permission, "off"));
}
