"use client";

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useEffect, useId, useRef } from "react";
import { answered } from "@/components/ui/answered";
import { FormContext } from "@/components/ui/form-context";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import { type FormAction, idleForm } from "@/lib/platform/kernel/form-state";
import { type ActResult, ActResults } from "./act-results";
import { QueueKeys } from "./queue-keys";

export type QueueFormProps = {
  action: FormAction;
  /** The choices and buttons above the list. */
  acts: ReactNode;
  /** The list, with a checkbox in each row. */
  children: ReactNode;
};

/** The list of the queue as a form: what is chosen in it is changed together. */
export function QueueForm({ action, acts, children }: QueueFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useActionState(answered(action), idleForm);
  useEffect(() => {
    if (state.status === "done") form.current?.reset();
  }, [state]);

  // Submitting manually keeps React from clearing the choice after an error.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => send(data));
  }

  return (
    <>
      {state.status === "done" && <ActResults result={state.result as ActResult} undo={action} />}
      <FormContext value={{ id, state, pending }}>
        <form id={id} ref={form} action={send} onSubmit={submit} aria-busy={pending || undefined}>
          <div className="mb-3 empty:hidden">
            <FormErrorSummary />
          </div>
          {acts}
          {children}
          <QueueKeys />
        </form>
      </FormContext>
    </>
  );
}
