import { Icon } from "@/components/ui/icon";
import type { EffectiveArea } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";

/** Every permission, by area: allowed or not, and why. */
export function EffectiveAccess({ areas }: { areas: EffectiveArea[] }) {
  return (
    <div className="divide-y divide-line">
      {areas.map(({ area, name, permissions }) => (
        <details key={area} className="group/area">
          <summary className="fold flex min-h-10 items-center gap-2 px-4 py-1.5 pointer-coarse:min-h-11">
            <Icon
              name="chevron-right"
              className="size-4 text-ink-faint transition-transform group-open/area:rotate-90"
            />
            <span className="font-medium text-ink">{name}</span>
            <span className="ms-auto text-sm text-ink-soft tabular-nums">{countOf(permissions)}</span>
          </summary>
          <ul className="divide-y divide-line border-t border-line bg-sunken">
            {permissions.map((one) => (
              <Effective key={one.permission} {...one} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

type Permissions = EffectiveArea["permissions"];

function countOf(permissions: Permissions): string {
  const allowed = permissions.filter((one) => one.allowed).length;
  if (allowed === 0) return t("None");
  return allowed === permissions.length
    ? t("All {count}", { count: allowed })
    : t("{allowed} of {total}", { allowed, total: permissions.length });
}

function Effective({ name, title, allowed, condition, reason }: Permissions[number]) {
  return (
    <li className="flex gap-2.5 py-2 ps-4 pe-4">
      {allowed ? (
        <Icon name="check" label={t("Yes:")} className="mt-0.5 size-4 text-success-text" />
      ) : (
        <Icon name="minus" label={t("No:")} className="mt-0.5 size-4 text-ink-faint" />
      )}
      <div className="min-w-0">
        <p className={allowed ? "text-ink" : "text-ink-soft"} title={title}>
          {name}
          {condition && <span className="text-ink-soft"> ({condition})</span>}
        </p>
        <p className="text-sm text-ink-soft">{reason}</p>
      </div>
    </li>
  );
}
