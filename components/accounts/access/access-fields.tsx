import { earliest } from "@/components/accounts/people/earliest";
import { RoleRows } from "@/components/accounts/people/role-rows";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { AccessChoices } from "@/lib/accounts/core/schema";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { AccessDraft } from "./access-draft";
import { DepartmentChoice } from "./department-choice";
import { isSwitched, PermissionGrid } from "./permission-grid";
import { PresetCards } from "./preset-cards";
import { ServiceChoice } from "./service-choice";

export type AccessFieldsProps = {
  choices: AccessChoices;
  draft: AccessDraft;
  /** An invitation starts from a standard role, preselected here; the roles of an existing person are edited one by one. */
  rolesAs: "rows" | { preset: string | undefined };
  today: string;
  format: ViewerFormat;
};

/** Everything access consists of: roles, individual permissions, services and an end date. */
export function AccessFields({ choices, draft, rolesAs, today, format }: AccessFieldsProps) {
  const dayOf = (iso: string) => formatDateTime(new Date(iso), "date", format);
  const all = choices.areas.flatMap(({ permissions }) => permissions);
  const switched = all.filter(({ permission }) => isSwitched(draft, permission)).length;
  return (
    <>
      <Panel>
        {rolesAs === "rows" ? (
          <RoleRows roles={choices.roles} draft={draft} today={today} />
        ) : (
          <PresetCards roles={choices.roles} chosen={rolesAs.preset} />
        )}
      </Panel>
      <details data-single-permissions className="rounded-lg border border-line bg-surface" open={switched > 0}>
        <summary className="fold flex min-h-12 items-center gap-2.5 px-4 py-2.5">
          <Icon name="sliders-horizontal" className="size-4 text-ink-soft" />
          <span className="font-semibold text-ink">{t("Individual permissions")}</span>
          <span className="ms-auto text-sm text-ink-soft">
            {switched > 0 ? t("{count} changed", { count: switched }) : t("Same as role")}
          </span>
        </summary>
        <div className="flex flex-col gap-3 border-t border-line p-4">
          <p className="max-w-prose text-sm text-ink-soft">
            {rich(
              "Choose <em>Grant</em> to add a permission the roles don't include, or <em>Deny</em> to remove one they do. Deny always takes precedence.",
              { em: (text) => <em>{text}</em> },
            )}
          </p>
          <Field
            name="overridesEndAt"
            label={t("Temporary access")}
            hint={t(
              "Individual permissions you change here expire at the end of this day. Leave empty for no end date.",
            )}
          >
            <Input type="date" defaultValue={draft.overridesEndAt} min={today} className="max-w-48" />
          </Field>
          <PermissionGrid areas={choices.areas} draft={draft} dayOf={dayOf} />
        </div>
      </details>
      <Panel>
        <div className="flex flex-col gap-5">
          <ServiceChoice services={choices.services} draft={draft} />
          <DepartmentChoice draft={draft} />
        </div>
      </Panel>
      <Panel>
        <Field
          name="endsAt"
          label={t("End date")}
          hint={t("Access ends at the end of this day. Leave empty for no end date.")}
        >
          <Input type="date" defaultValue={draft.endsAt} min={earliest(draft.endsAt, today)} className="max-w-48" />
        </Field>
      </Panel>
    </>
  );
}
