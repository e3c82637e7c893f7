import { Panel } from "@/components/ui/panel";
import type { AccessChoices } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";
import { type AccessDraft, overrideIn } from "./access-draft";
import { DayInput } from "./day-input";

export type NoticeFieldsProps = { choices: AccessChoices; draft: AccessDraft; today: string };

/** What a notification-only contact receives, and until when. */
export function NoticeFields({ choices, draft, today }: NoticeFieldsProps) {
  const notices = choices.areas.find(({ area }) => area === "notices")?.permissions ?? [];
  return (
    <Panel>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium text-ink">{t("Notifications")}</legend>
        <div className="flex flex-col gap-2">
          {notices.map(({ permission, title, locked }) => {
            const held = overrideIn(draft, permission, "on");
            return (
              <label key={permission} className="flex min-h-6 items-start gap-2.5 pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  name="overrides"
                  value={held ?? `on ${permission}`}
                  defaultChecked={held !== undefined}
                  disabled={locked !== null && held === undefined}
                  className="tick mt-1 rounded-sm"
                />
                <span>
                  {title}
                  {locked && <span className="block text-sm text-ink-soft">{locked}</span>}
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
      <div className="mt-4">
        <DayInput name="endsAt" label={t("End date")} value={draft.endsAt} min={today} />
      </div>
    </Panel>
  );
}
