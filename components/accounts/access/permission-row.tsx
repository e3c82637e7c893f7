import type { AccessChoices } from "@/lib/accounts/core/schema";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
import { type AccessDraft, overrideIn } from "./access-draft";

export type PermissionRowProps = {
  choice: AccessChoices["areas"][number]["permissions"][number];
  draft: AccessDraft;
  dayOf: (iso: string) => string;
};

/** One permission with its two checkboxes. With neither ticked, the roles decide. */
export function PermissionRow({ choice, draft, dayOf }: PermissionRowProps) {
  const { permission, name, title, roles, locked } = choice;
  const on = overrideIn(draft, permission, "on");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-3 py-2">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="text-ink">{name}</p>
        <p className="text-sm text-ink-soft">
          {title}{" "}
          {roles.length > 0 ? t("Included in {roles}.", { roles: listed(roles) }) : t("Not included in any role.")}
        </p>
        {locked && !on && <p className="text-sm text-ink-faint">{locked}</p>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset a line would make the grid unreadable to listen to */}
      <div role="group" aria-label={name} className="flex gap-1.5">
        <Tick effect="on" {...{ permission, name, draft, dayOf }} disabled={Boolean(locked) && !on} />
        <Tick effect="off" {...{ permission, name, draft, dayOf }} />
      </div>
    </li>
  );
}

type TickProps = {
  effect: "on" | "off";
  permission: string;
  name: string;
  draft: AccessDraft;
  dayOf: (iso: string) => string;
  disabled?: boolean;
};

function Tick({ effect, permission, name, draft, dayOf, disabled }: TickProps) {
  const held = overrideIn(draft, permission, effect);
  const until = held?.split(" until ")[1];
  return (
    <label className="chip pointer-coarse:min-h-11">
      <input
        type="checkbox"
        name="overrides"
        value={held ?? `${effect} ${permission}`}
        defaultChecked={held !== undefined}
        disabled={disabled}
        data-pair={permission}
        aria-label={inWords(name, effect, until && dayOf(until))}
        className="tick rounded-sm"
      />
      {effect === "on" ? t("Grant") : t("Deny")}
      {until && <span className="text-sm text-ink-soft">{t("until {date}", { date: dayOf(until) })}</span>}
    </label>
  );
}

function inWords(name: string, effect: "on" | "off", until: string | undefined): string {
  if (effect === "on") return until ? t("{name}: grant until {until}", { name, until }) : t("{name}: grant", { name });
  return until ? t("{name}: deny until {until}", { name, until }) : t("{name}: deny", { name });
}
