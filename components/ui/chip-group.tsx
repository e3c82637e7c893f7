"use client";

import type { ReactNode } from "react";
import type { Choice } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/fieldset";
import { useForm, useTyped } from "@/components/ui/form-context";

export type ChipGroupProps = {
  name: string;
  legend: string;
  hint?: ReactNode;
  hideLegend?: boolean;
  options: Choice[];
  defaultValue?: string[];
};

/** Any number of short answers; each is a checkbox, so the form sends one value a tick under the same name. */
export function ChipGroup({ name, legend, hint, hideLegend, options, defaultValue = [] }: ChipGroupProps) {
  const { state } = useForm();
  const typed = useTyped(name);
  const chosen = state.status === "invalid" ? [typed].flat() : defaultValue;
  return (
    <Fieldset name={name} legend={legend} hint={hint} hideLegend={hideLegend}>
      <div key={chosen.join()} className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label key={option.value} className="chip" title={option.hint}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              className="tick rounded-sm"
            />
            {option.label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
