import { Icon } from "@/components/ui/icon";
import type { RoleChoice } from "@/lib/accounts/role-requests/schema";
import { withinSentence } from "@/lib/platform/kernel/within-sentence";
import { t } from "@/lib/platform/language/t";

type Change = RoleChoice["changes"][number];

/** What a role grants and removes, by area. */
export function RoleEffect({ name, role, changes }: { name?: string; role: string; changes: Change[] }) {
  return (
    <section
      aria-label={t("What {role} changes", { role })}
      className="rounded-lg border border-line bg-sunken px-4 py-3"
    >
      <p className="font-medium text-ink">
        {name === undefined ? t("the new person as “{role}”", { role }) : t("{name} as “{role}”", { name, role })}
      </p>
      {changes.length === 0 && <p className="text-ink-soft">{t("No change in access.")}</p>}
      {changes.map((change) => (
        <div key={change.heading} className="mt-2.5">
          <p className="flex items-center gap-1.5 text-ink">
            {change.tone === "gain" ? (
              <Icon name="plus" className="size-4 text-success-text" />
            ) : (
              <Icon name="minus" className="size-4 text-danger-text" />
            )}
            {change.heading}
          </p>
          <dl className="mt-0.5 ps-5.5 text-sm">
            {byArea(change).map(([area, items]) => (
              <div key={area} className="py-0.5">
                <dt className="inline text-ink-soft">{area}: </dt>
                <dd className="inline text-ink">{items.map(inWords).join(", ")}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function byArea({ items }: Change): [string, Change["items"]][] {
  const areas = [...new Set(items.map(({ area }) => area))];
  return areas.map((area) => [area, items.filter((item) => item.area === area)]);
}

function inWords({ name, condition }: Change["items"][number]): string {
  const within = withinSentence(name);
  return condition ? `${within} (${condition})` : within;
}
