"use client";

import { earliest } from "@/components/accounts/people/earliest";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { FieldError } from "@/components/ui/field-error";
import { useErrors, useForm } from "@/components/ui/form-context";

export type DayInputProps = {
  name: string;
  label: string;
  /** The label for screen readers, which miss the context around it. */
  says?: string;
  value?: string;
  min: string;
};

/** A date with its label on one line, for lists of them. Empty means no end date. */
export function DayInput({ name, label, says, value, min }: DayInputProps) {
  const { id: formId } = useForm();
  const id = `${formId}-${name}`;
  const errors = useErrors(name);
  return (
    <div>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-sm whitespace-nowrap text-ink-soft">
          {label}
        </label>
        <input
          id={id}
          type="date"
          name={name}
          defaultValue={value}
          min={earliest(value, min)}
          aria-label={says}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
          className={cx(controlClass, "h-8 max-w-40 px-2 pointer-coarse:h-11")}
        />
      </div>
      <FieldError id={`${id}-error`} messages={errors} />
    </div>
  );
}
