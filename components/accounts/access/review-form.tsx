"use client";

import Form from "next/form";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FormContext } from "@/components/ui/form-context";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import type { FieldLimits, FormState } from "@/lib/platform/kernel/form-state";

export type ReviewFormProps = {
  /** Where the review is: a page that shows what would happen. */
  action: string;
  label: string;
  /** What the review found wrong, to be mended here. */
  state: FormState;
  cancelHref: string;
  /** Of the operation that the review leads to. */
  limits?: FieldLimits;
  children: ReactNode;
};

/**
 * A form that changes nothing: it leads to a page that says what would happen, with all its fields in the address. So
 * it needs no script, and the way back keeps what was chosen.
 */
export function ReviewForm({ action, label, state, cancelHref, limits, children }: ReviewFormProps) {
  const id = useId();
  return (
    <FormContext value={{ id, state, pending: false, limits }}>
      <Form id={id} action={action} aria-label={label} onChange={changed} className="flex flex-col gap-5">
        <input type="hidden" name="step" value="review" />
        <FormErrorSummary />
        {children}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Review
          </Button>
          <ButtonLink href={cancelHref} variant="ghost">
            Cancel
          </ButtonLink>
        </div>
      </Form>
    </FormContext>
  );
}

function changed({ target }: FormEvent<HTMLFormElement>) {
  if (!(target instanceof HTMLInputElement) || !target.checked) return;
  if (target.dataset.pair !== undefined) keepApart(target, target.dataset.pair);
  if (target.value === "custom") target.form?.querySelector("[data-single-permissions]")?.setAttribute("open", "");
}

/** A permission is switched on or off, not both: the one tick takes the other away. */
function keepApart(ticked: HTMLInputElement, pair: string) {
  const both = ticked.form?.querySelectorAll<HTMLInputElement>(`[data-pair="${CSS.escape(pair)}"]`);
  for (const other of both ?? []) if (other !== ticked) other.checked = false;
}
