"use client";

import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field-error";
import { useErrors, useForm, useTyped } from "@/components/ui/form-context";
import { OptionRow } from "@/components/ui/option-row";

export type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Submitted when ticked; several checkboxes may share a name. */
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
  required?: boolean;
  /** Styled as a switch: for settings that are on or off, not for answers. */
  asSwitch?: boolean;
};

/** A checkbox with its label. After invalid input it keeps what was ticked. */
export function Checkbox({ name, label, hint, value = "on", defaultChecked, asSwitch, ...rest }: CheckboxProps) {
  const { id: formId, state } = useForm();
  const id = value === "on" ? `${formId}-${name}` : `${formId}-${name}-${value}`;
  const typed = useTyped(name);
  const sent = state.status === "invalid" || state.status === "previewed";
  const checked = sent ? [typed].flat().includes(value) : defaultChecked;
  const named = useErrors(name);
  // Boxes that share a name are in a fieldset, which shows their errors once.
  const errors = value === "on" ? named : [];

  return (
    <div className="flex flex-col gap-1">
      <OptionRow id={id} label={label} hint={hint} disabled={rest.disabled} reverse={asSwitch}>
        <input
          {...rest}
          key={String(checked)}
          id={id}
          type="checkbox"
          role={asSwitch ? "switch" : undefined}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          aria-invalid={errors.length > 0 || undefined}
          className={asSwitch ? "switch" : "tick rounded-sm"}
        />
      </OptionRow>
      <FieldError id={`${id}-error`} messages={errors} />
    </div>
  );
}
