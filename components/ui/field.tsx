"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FieldError } from "@/components/ui/field-error";
import { FieldContext, useErrors, useForm } from "@/components/ui/form-context";
import { t } from "@/lib/platform/language/t";

export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** An error known without a form state; the form's own errors for this name are shown as well. */
  error?: string;
  required?: boolean;
  /** It is required in some cases, which the hint names: then it isn't called optional. */
  hintSaysWhen?: boolean;
  /** Shows the label to screen readers only. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, hint and error together: the control inside gets its name, id and `aria-describedby` from here. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, required = false, hintSaysWhen, hideLabel, className, children } = props;
  const { id: formId } = useForm();
  const id = `${formId}-${name}`;
  const messages = [...(error ? [error] : []), ...useErrors(name)];
  const invalid = messages.length > 0;
  const describedBy = [hint ? `${id}-hint` : "", invalid ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

  return (
    <FieldContext value={{ id, name, required, describedBy, invalid }}>
      <div className={cx("field flex min-w-0 flex-col gap-1.5", className)}>
        <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium text-ink"}>
          {label}
          {!required && !hintSaysWhen && (
            <span className="optional ms-1.5 font-normal text-ink-faint">{t("optional")}</span>
          )}
        </label>
        {children}
        <FieldError id={`${id}-error`} messages={messages} />
        {hint && (
          <div id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </div>
        )}
      </div>
    </FieldContext>
  );
}
