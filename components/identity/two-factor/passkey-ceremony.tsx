"use client";

import { useEffect, useState } from "react";
import { useForm } from "@/components/ui/form-context";
import { t } from "@/lib/platform/language/t";

type PasskeyCeremonyProps = {
  /** Make a passkey, or get an answer of one. */
  kind: "create" | "get";
  /** The form that sends the answer, in its field `response`. */
  form: string;
};

/** Within a form that answers with options: hands them to the authenticator, and its answer to the next form. */
export function PasskeyCeremony({ kind, form }: PasskeyCeremonyProps) {
  const { state } = useForm();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (state.status !== "done" || !hasOptions(state.result)) return;
    setFailed(false);
    answerTo(kind, state.result.options).then(
      (answer) => send(form, answer),
      () => setFailed(true),
    );
  }, [state, kind, form]);
  if (!failed) return null;
  return (
    <p role="alert" className="text-sm text-danger-text">
      {kind === "create"
        ? t("No passkey was made. Your browser or device may not support it, or you cancelled.")
        : t("No passkey was used. Try again, or sign in another way.")}
    </p>
  );
}

const hasOptions = (result: unknown): result is { options: unknown } =>
  typeof result === "object" && result !== null && "options" in result;

async function answerTo(kind: "create" | "get", options: unknown): Promise<string> {
  const [{ startAuthentication, startRegistration }, { passkeyWithin }] = await Promise.all([
    import("@simplewebauthn/browser"),
    import("@/components/ui/passkey-within"),
  ]);
  const answer = await passkeyWithin<unknown>(
    kind === "create"
      ? startRegistration({ optionsJSON: options as never })
      : startAuthentication({ optionsJSON: options as never }),
  );
  return JSON.stringify(answer);
}

function send(id: string, answer: string): void {
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement)) return;
  const field = form.elements.namedItem("response");
  if (field instanceof HTMLInputElement) field.value = answer;
  form.requestSubmit();
}
