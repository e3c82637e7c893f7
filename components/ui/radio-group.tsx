"use client";

import type { ReactNode } from "react";
import type { Choice } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/fieldset";
import { useForm, useTyped } from "@/components/ui/form-context";
import { OptionRow } from "@/components/ui/option-row";

export type RadioGroupProps = {
  name: string;
  legend: string;
  hint?: ReactNode;
  hideLegend?: boolean;
  options: Choice[];
  defaultValue?: string;
  required?: boolean;
};

/** One of a few options, all visible. */
export function RadioGroup({ name, legend, hint, hideLegend, options, defaultValue, required }: RadioGroupProps) {
  const { id: formId } = useForm();
  const typed = useTyped(name);
  const chosen = typeof typed === "string" ? typed : defaultValue;
  return (
    <Fieldset name={name} legend={legend} hint={hint} hideLegend={hideLegend}>
      <div key={String(typed)} className="flex flex-col gap-1.5">
        {options.map((option) => {
          const id = `${formId}-${name}-${option.value}`;
          return (
            <OptionRow key={option.value} id={id} label={option.label} hint={option.hint} disabled={option.disabled}>
              <input
                id={id}
                type="radio"
                name={name}
                value={option.value}
                required={required}
                disabled={option.disabled}
                defaultChecked={option.value === chosen}
                aria-describedby={option.hint ? `${id}-hint` : undefined}
                className="tick rounded-full"
              />
            </OptionRow>
          );
        })}
      </div>
    </Fieldset>
  );
}
