"use client";

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useId, useState } from "react";
import { answered } from "@/components/ui/answered";
import { ConfirmFields } from "@/components/ui/confirm-fields";
import { cx } from "@/components/ui/cx";
import { FormContext } from "@/components/ui/form-context";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import { FormFooter, type FormFooterProps } from "@/components/ui/form-footer";
import { FormOutcome } from "@/components/ui/form-outcome";
import { toldInDialog } from "@/components/ui/told-in-dialog";
import { type FormAction, idleForm } from "@/lib/platform/kernel/form-state";

export type OperationFormProps = FormFooterProps & {
  action: FormAction;
  /** For buttons outside of it that belong to it, such as those of a table's rows: their `form`. */
  id?: string;
  /** Hidden values; of a list each one. */
  hidden?: Record<string, string | number | readonly string[] | undefined>;
  /** From the page, one per rendering: lets the server recognise a repeated submission. */
  idempotencyKey?: string;
  /** Shown with a denial: a way to request the missing permission. */
  ask?: ReactNode;
  /** `inline` puts fields and button on one line. */
  layout?: "stack" | "inline";
  /** Shown on success if the result has no message: "Saved." */
  doneMessage?: string;
  /** Clears the form on success, for the next entry. */
  resetOnDone?: boolean;
  /** Names it for screen readers where a page has several. As a group: in a list, landmarks would share names. */
  label?: string;
  className?: string;
  /** Above the form and no part of it: what its result leads to, which may be a form too. Reads it with `useForm`. */
  outcome?: ReactNode;
  children?: ReactNode;
};

/**
 * A form for one operation. It works as a plain POST before or without JavaScript; with it, the result is shown in
 * place: errors beside their fields with the input kept, focus on the summary, a denial with its reason.
 */
export function OperationForm(props: OperationFormProps) {
  const {
    action,
    hidden,
    idempotencyKey,
    ask,
    layout = "stack",
    doneMessage,
    resetOnDone,
    label,
    className,
    outcome,
    children,
  } = props;
  const own = useId();
  const id = props.id ?? own;
  const [key, renewKey] = useState(idempotencyKey);
  const [state, send, pending] = useActionState(toldInDialog(answered(action), id, doneMessage), idleForm);

  // Submitting manually, not through `action`, keeps React from clearing the form after an error.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => send(data));
  }

  return (
    <FormContext value={{ id, state, pending, limits: typeof action === "function" ? undefined : action.limits }}>
      {outcome}
      <form id={id} action={send} onSubmit={submit} aria-busy={pending || undefined} data-status={state.status}>
        {Object.entries(hidden ?? {}).flatMap(([name, value]) =>
          (Array.isArray(value) ? value : [value]).map((one) => (
            <input key={`${name} ${one}`} type="hidden" name={name} value={one ?? ""} />
          )),
        )}
        {key && <input type="hidden" name="idempotencyKey" value={key} />}
        <div
          {...(label ? { role: "group", "aria-label": label } : {})}
          className={cx(layout === "inline" ? "flex flex-wrap items-end gap-2" : "flex flex-col gap-4", className)}
        >
          <FormErrorSummary />
          <FormOutcome
            formId={id}
            ask={ask}
            doneMessage={doneMessage}
            resetOnDone={resetOnDone}
            onDone={() => key && renewKey(freshKey())}
          />
          {state.status === "invalid" && state.confirm && <ConfirmFields />}
          {children}
          <FormFooter {...props} />
        </div>
      </form>
    </FormContext>
  );
}

/** Random without `crypto.randomUUID`, which browsers don't offer on plain-HTTP hosts. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
