"use client";

import type { Choice } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/fieldset";
import { useTyped } from "@/components/ui/form-context";

export type ChipRadioProps = {
  name: string;
  legend: string;
  hint?: string;
  options: Choice[];
  defaultValue: string;
};

/** One of a few short options, side by side, sized for touch. */
export function ChipRadio({ name, legend, hint, options, defaultValue }: ChipRadioProps) {
  const typed = useTyped(name);
  const chosen = typeof typed === "string" ? typed : defaultValue;
  return (
    <Fieldset name={name} legend={legend} hint={hint}>
      <div key={chosen} className="flex flex-wrap gap-1.5">
        {options.map(({ value, label, hint: says }) => (
          <label key={value} className="chip pointer-coarse:min-h-11" title={says}>
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="tick rounded-full"
            />
            {label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
