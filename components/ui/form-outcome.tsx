"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Callout } from "@/components/ui/callout";
import { useForm } from "@/components/ui/form-context";
import { Refusal } from "@/components/ui/refusal";
import { showToast } from "@/components/ui/toast-store";

type FormOutcomeProps = { formId: string; ask?: ReactNode; resetOnDone?: boolean; onDone: () => void };

/** Done or refused, in words. In a dialog, "done" closes it and speaks from the corner of the page. */
export function FormOutcome({ formId, ask, resetOnDone, onDone }: FormOutcomeProps) {
  const { state } = useForm();
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer, whatever the callback is by then
  useEffect(() => {
    if (state.status === "refused") box.current?.focus();
    if (state.status !== "done") return;
    const form = document.getElementById(formId) as HTMLFormElement | null;
    const dialog = form?.closest("dialog");
    if (resetOnDone || dialog) form?.reset();
    onDone();
    if (!dialog) return;
    dialog.close();
    if (state.message) showToast({ kind: "success", message: state.message });
  }, [state]);

  if (state.status === "refused") {
    return (
      <div ref={box} tabIndex={-1} className="rounded-lg">
        <Refusal {...state} ask={ask} variant="inline" />
      </div>
    );
  }
  if (state.status === "done" && state.message) return <Callout kind="success" role="status" title={state.message} />;
  return null;
}
