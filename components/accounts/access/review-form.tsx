"use client";

import Form from "next/form";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FormContext } from "@/components/ui/form-context";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import type { FieldLimits, FormState } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type ReviewFormProps = {
  /** The review page, which shows what would change. */
  action: string;
  label: string;
  /** Errors the review found, to be corrected here. */
  state: FormState;
  cancelHref: string;
  /** Of the operation that the review leads to. */
  limits?: FieldLimits;
  children: ReactNode;
};

/**
 * Saves nothing: it opens a page that shows what would change, with all its fields in the URL. So it works without
 * JavaScript, and going back keeps the values.
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
            {t("Review")}
          </Button>
          <ButtonLink href={cancelHref} variant="ghost">
            {t("Cancel")}
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

/** A permission is granted or denied, not both: ticking one clears the other. */
function keepApart(ticked: HTMLInputElement, pair: string) {
  const both = ticked.form?.querySelectorAll<HTMLInputElement>(`[data-pair="${CSS.escape(pair)}"]`);
  for (const other of both ?? []) if (other !== ticked) other.checked = false;
}
