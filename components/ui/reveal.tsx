"use client";

import { Eye } from "lucide-react";
import { useActionState } from "react";
import { Callout } from "@/components/ui/callout";
import { FormContext } from "@/components/ui/form-context";
import { Refusal } from "@/components/ui/refusal";
import { type Secret, SecretList } from "@/components/ui/secret-list";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, idleForm } from "@/lib/kernel/form-state";

export type RevealProps = {
  /** Answers `done` with `result`: a list of `{ label, value }`. */
  action: FormAction;
  label?: string;
  /** What happens when it is shown: "Showing them is written to the activity log." */
  note?: string;
  hidden?: Record<string, string>;
};

/** Secrets that are fetched only when asked for. They are not in the page before. */
export function Reveal({ action, label = "Reveal", note, hidden = {} }: RevealProps) {
  const [state, send, pending] = useActionState(action, idleForm);
  if (state.status === "done" && isSecrets(state.result)) {
    return (
      <div role="status">
        <SecretList secrets={state.result} />
      </div>
    );
  }
  return (
    <FormContext value={{ id: "reveal", state, pending }}>
      <form action={send} className="flex flex-wrap items-center gap-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state.status === "refused" && <Refusal {...state} variant="inline" />}
        {state.status === "invalid" && <Callout kind="danger" role="alert" title={state.message} />}
        <SubmitButton variant="secondary" icon={<Eye />} pendingLabel="Fetching…">
          {label}
        </SubmitButton>
        {note && <p className="text-sm text-ink-soft">{note}</p>}
      </form>
    </FormContext>
  );
}

function isSecrets(value: unknown): value is Secret[] {
  return Array.isArray(value) && value.every((one) => typeof one?.label === "string" && typeof one?.value === "string");
}
