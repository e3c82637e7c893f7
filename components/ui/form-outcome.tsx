"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Callout } from "@/components/ui/callout";
import { useForm } from "@/components/ui/form-context";
import { Refusal } from "@/components/ui/refusal";

type FormOutcomeProps = {
  formId: string;
  ask?: ReactNode;
  doneMessage?: string;
  resetOnDone?: boolean;
  onDone: () => void;
};

/** Success or denial, in words. Success closes a dialog, which says it in a toast. */
export function FormOutcome({ formId, ask, doneMessage, resetOnDone, onDone }: FormOutcomeProps) {
  const { state } = useForm();
  const message = state.status === "done" ? (state.message ?? doneMessage) : undefined;
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per result, even if the callback changes
  useEffect(() => {
    if (state.status === "refused") box.current?.focus();
    if (state.status !== "done") return;
    const form = document.getElementById(formId) as HTMLFormElement | null;
    const dialog = form?.closest("dialog");
    if (resetOnDone || dialog) form?.reset();
    onDone();
    dialog?.close();
  }, [state]);

  if (state.status === "refused") {
    return (
      <div ref={box} tabIndex={-1} className="rounded-lg">
        <Refusal {...state} ask={ask} variant="inline" />
      </div>
    );
  }
  if (message) return <Callout kind="success" role="status" title={message} className="form-done" />;
  return null;
}
