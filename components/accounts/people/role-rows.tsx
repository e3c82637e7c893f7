"use client";

import type { AccessDraft } from "@/components/accounts/access/access-draft";
import { DayInput } from "@/components/accounts/access/day-input";
import { Fieldset } from "@/components/ui/fieldset";
import { useForm } from "@/components/ui/form-context";
import type { AccessChoices } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";

export type RoleRowsProps = { roles: AccessChoices["roles"]; draft: AccessDraft; today: string };

/** Any combination of roles, each with its own end date. Roles the viewer can't grant can still be kept. */
export function RoleRows({ roles, draft, today }: RoleRowsProps) {
  const { id } = useForm();
  return (
    <Fieldset
      name="roles"
      legend={t("Roles")}
      hint={t("Roles add up. A role without an end date stays until it is removed.")}
    >
      <div className="flex flex-col gap-2">
        {roles.map(({ role, name, title, locked }) => {
          const optionId = `${id}-roles-${role}`;
          const held = draft.roles.includes(role);
          return (
            <div key={role} className="choice-card group/role flex-wrap items-start">
              <input
                id={optionId}
                type="checkbox"
                name="roles"
                value={role}
                defaultChecked={held}
                disabled={Boolean(locked) && !held}
                aria-describedby={`${optionId}-says`}
                className="tick mt-0.5 rounded-sm"
              />
              <div className="min-w-0 flex-[1_1_14rem]">
                <label htmlFor={optionId} className="block font-medium text-ink">
                  {name}
                </label>
                <p id={`${optionId}-says`} className="text-sm text-ink-soft">
                  {locked && !held ? locked : title}
                </p>
              </div>
              <div className="w-full ps-6.5 group-not-has-checked/role:hidden sm:w-auto sm:ps-0">
                <DayInput
                  name={`roleEnds.${role}`}
                  label={t("End date")}
                  value={draft.roleEnds[role]}
                  min={today}
                  says={t("End date of {name}", { name })}
                />
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
