import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import type { AccessPreview } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";

/** What a change would grant and remove, shown before it is saved. */
export function AccessChanges({ preview }: { preview: AccessPreview }) {
  const { refusal, changes, notes } = preview;
  if (refusal) {
    return (
      <Callout kind="danger" role="alert" title={t("This change can't be saved")}>
        {refusal.sentence}
      </Callout>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {changes.length === 0 && (
        <Callout title={t("No change in access")}>{t("Their permissions and notifications stay the same.")}</Callout>
      )}
      {notes.length > 0 && (
        <Callout kind="warning" role="note" title={t("Before you continue")}>
          <ul className="list-disc ps-4">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Callout>
      )}
      {changes.map(({ heading, tone, items }) => (
        <section key={heading} aria-label={heading}>
          <h3 className="mb-1.5 flex items-center gap-1.5 font-medium text-ink">
            {tone === "gain" ? (
              <Icon name="plus" className="size-4 text-success-text" />
            ) : (
              <Icon name="minus" className="size-4 text-danger-text" />
            )}
            {heading} <span className="font-normal text-ink-soft">({items.length})</span>
          </h3>
          <dl className="divide-y divide-line border-y border-line">
            {byArea(items).map(([area, inArea]) => (
              <div key={area} className="gap-4 py-2 sm:grid sm:grid-cols-[8rem_minmax(0,1fr)]">
                <dt className="text-ink-soft">{area}</dt>
                <dd className="text-ink">{inArea.map(inWords).join(", ")}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

type Items = AccessPreview["changes"][number]["items"];

function byArea(items: Items): [string, Items][] {
  const areas = [...new Set(items.map(({ area }) => area))];
  return areas.map((area) => [area, items.filter((item) => item.area === area)]);
}

const inWords = ({ name, condition }: Items[number]) => (condition ? `${name} (${condition})` : name);
