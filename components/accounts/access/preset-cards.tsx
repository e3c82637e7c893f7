"use client";

import { Fieldset } from "@/components/ui/fieldset";
import { useForm } from "@/components/ui/form-context";
import type { AccessChoices } from "@/lib/accounts/core/schema";

export type PresetCardsProps = { roles: AccessChoices["roles"]; chosen: string | undefined };

type Preset = { value: string; name: string; says: string; roles: string[] };

const presets: Preset[] = [
  {
    value: "administrator",
    name: "Administrator",
    says: "Everything the owner can do, including managing people, except ordering and cancelling services.",
    roles: ["administrator"],
  },
  {
    value: "billing-support",
    name: "Billing and support",
    says: "Invoices, payment methods, tickets, credentials and all notifications. No people management.",
    roles: ["billing", "support"],
  },
  {
    value: "billing",
    name: "Billing only",
    says: "Invoices, payment methods and billing notifications. No tickets. Usually combined with another role.",
    roles: ["billing"],
  },
  {
    value: "support",
    name: "Support only",
    says: "Tickets, credentials and service notifications. No access to billing or amounts.",
    roles: ["support"],
  },
  {
    value: "custom",
    name: "Custom",
    says: "No role. Grant individual permissions below.",
    roles: [],
  },
];

/** The standard roles as cards, one of which is selected. */
export function PresetCards({ roles, chosen }: PresetCardsProps) {
  const { id } = useForm();
  const lockOf = (preset: Preset) => roles.find(({ role, locked }) => preset.roles.includes(role) && locked)?.locked;
  return (
    <Fieldset name="roles" legend="Role">
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
                <span className="block font-medium text-ink">{preset.name}</span>
                <span id={`${optionId}-says`} className="block text-sm text-ink-soft">
                  {locked ?? preset.says}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </Fieldset>
  );
}
