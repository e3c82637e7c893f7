"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FieldError } from "@/components/ui/field-error";
import { useErrors, useForm } from "@/components/ui/form-context";

export type FieldsetProps = {
  /** The name whose errors are shown here. */
  name: string;
  legend: string;
  hint?: ReactNode;
  hideLegend?: boolean;
  className?: string;
  children: ReactNode;
};

/** Several controls for one question: a legend, a hint, and one place for errors. */
export function Fieldset({ name, legend, hint, hideLegend, className, children }: FieldsetProps) {
  const { id: formId } = useForm();
  const id = `${formId}-${name}`;
  const messages = useErrors(name);
  const describedBy = [hint ? `${id}-hint` : "", messages.length > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");

  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy || undefined} className={cx("min-w-0", className)}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 text-sm font-medium text-ink"}>{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className="-mt-1 mb-2 text-sm text-ink-soft">
          {hint}
        </div>
      )}
      {children}
      {messages.length > 0 && (
        <div className="mt-1.5">
          <FieldError id={`${id}-error`} messages={messages} />
        </div>
      )}
    </fieldset>
  );
}
