"use client";

import { Fieldset } from "@/components/ui/fieldset";
import { useForm } from "@/components/ui/form-context";
import type { AccessChoices } from "@/lib/accounts/core/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export type PresetCardsProps = { roles: AccessChoices["roles"]; chosen: string | undefined };

type Preset = { value: string; name: Sentence; says: Sentence; roles: string[] };

const presets: Preset[] = [
  {
    value: "administrator",
    name: msg("Administrator"),
    says: msg("Everything the owner can do, including managing people, except ordering and cancelling services."),
    roles: ["administrator"],
  },
  {
    value: "billing-support",
    name: msg("Billing and support"),
    says: msg("Invoices, payment methods, tickets, credentials and all notifications. No people management."),
    roles: ["billing", "support"],
  },
  {
    value: "billing",
    name: msg("Billing only"),
    says: msg("Invoices, payment methods and billing notifications. No tickets. Usually combined with another role."),
    roles: ["billing"],
  },
  {
    value: "support",
    name: msg("Support only"),
    says: msg("Tickets, credentials and service notifications. No access to billing or amounts."),
    roles: ["support"],
  },
  {
    value: "custom",
    name: msg("Custom"),
    says: msg("No role. Grant individual permissions below."),
    roles: [],
  },
];

/** The standard roles as cards, one of which is selected. */
export function PresetCards({ roles, chosen }: PresetCardsProps) {
  const { id } = useForm();
  const lockOf = (preset: Preset) => roles.find(({ role, locked }) => preset.roles.includes(role) && locked)?.locked;
  return (
    <Fieldset name="roles" legend={t("Role")}>
      <div className="grid gap-2 sm:grid-cols-2">
        {presets.map((preset) => {
          const locked = lockOf(preset);
          const optionId = `${id}-preset-${preset.value}`;
          return (
            <label key={preset.value} htmlFor={optionId} className="choice-card" data-locked={locked ? "" : undefined}>
              <input
                id={optionId}
                type="radio"
                name="preset"
                value={preset.value}
                defaultChecked={preset.value === chosen && !locked}
                disabled={Boolean(locked)}
                required
                aria-describedby={`${optionId}-says`}
                className="tick mt-0.5 rounded-full"
              />
              <span className="min-w-0">
                <span className="block font-medium text-ink">{t(preset.name)}</span>
                <span id={`${optionId}-says`} className="block text-sm text-ink-soft">
                  {locked ?? t(preset.says)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </Fieldset>
  );
}
