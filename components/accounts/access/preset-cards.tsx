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
    says: "Everything the owner may do, people included; not ordering and not cancelling services.",
    roles: ["administrator"],
  },
  {
    value: "billing-support",
    name: "Billing and support",
    says: "Invoices, cards and billing notices; tickets, login details and service notices. No people management.",
    roles: ["billing", "support"],
  },
  {
    value: "billing",
    name: "Billing only",
    says: "Invoices, cards and billing notices, no tickets. Meant to accompany another role, though it works alone.",
    roles: ["billing"],
  },
  {
    value: "support",
    name: "Support only",
    says: "Tickets, login details and service notices, and nothing of billing: no amounts, no invoices.",
    roles: ["support"],
  },
  {
    value: "custom",
    name: "Custom",
    says: "No role: only the single permissions you switch on below.",
    roles: [],
  },
];

/** The standard roles as cards, of which one is chosen. */
export function PresetCards({ roles, chosen }: PresetCardsProps) {
  const { id } = useForm();
  const lockOf = (preset: Preset) => roles.find(({ role, locked }) => preset.roles.includes(role) && locked)?.locked;
  return (
    <Fieldset name="roles" legend="What may they do?">
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
