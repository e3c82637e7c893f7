"use client";

import { type ReactNode, useActionState, useState } from "react";
import { answered } from "@/components/ui/answered";
import { buttonClass } from "@/components/ui/button-class";
import { ConfirmFields } from "@/components/ui/confirm-fields";
import { FormContext } from "@/components/ui/form-context";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import { Icon } from "@/components/ui/icon";
import { Refusal } from "@/components/ui/refusal";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, type FormState, idleForm } from "@/lib/platform/kernel/form-state";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { RevealedLogin } from "@/lib/services/login-details/schema";
import { LoginSecrets } from "./login-secrets";
import { ShownForAMinute } from "./shown-for-a-minute";

export type RevealLoginProps = {
  action: FormAction;
  credentialId: string;
  serviceId: string;
  label: string;
  /** The page itself: without JavaScript, reloading it hides the details. */
  pageHref: string;
};

/** One login of a service. Its details are not in the page until they are revealed, and are removed when hidden. */
export function RevealLogin({ action, credentialId, serviceId, label, pageHref }: RevealLoginProps) {
  const [state, send, pending] = useActionState(answered(action), idleForm);
  const [hidden, setHidden] = useState<FormState>();
  const formId = `login-${credentialId}`;
  const login = state.status === "done" && state !== hidden ? (state.result as RevealedLogin) : undefined;
  return (
    <FormContext value={{ id: formId, state, pending }}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 font-medium wrap-anywhere text-ink">{label}</h3>
        {login ? (
          <a
            href={pageHref}
            onClick={(event) => {
              event.preventDefault();
              setHidden(state);
            }}
            className={buttonClass("secondary", "sm", "text")}
          >
            <Icon name="eye-off" /> {rich("Hide<more> {label}</more>", { label, more: readOut })}
          </a>
        ) : (
          <form id={formId} action={send}>
            <input type="hidden" name="serviceId" value={serviceId} />
            <input type="hidden" name="credentialId" value={credentialId} />
            <SubmitButton variant="secondary" size="sm" icon={<Icon name="eye" />} pendingLabel={t("Loading…")}>
              {rich("Reveal<more> {label}</more>", { label, more: readOut })}
            </SubmitButton>
          </form>
        )}
      </div>
      {login && (
        <div className="mt-2.5">
          <ShownForAMinute hide={() => setHidden(state)}>
            <LoginSecrets login={login} />
          </ShownForAMinute>
        </div>
      )}
      {state.status === "refused" && (
        <div className="mt-2.5">
          <Refusal {...state} variant="inline" />
        </div>
      )}
      {state.status === "invalid" && (
        <div className="mt-2.5 flex flex-col gap-2.5">
          <FormErrorSummary />
          {state.confirm && <ConfirmFields form={formId} />}
        </div>
      )}
    </FormContext>
  );
}

/** Says of which credentials a button is. */
const readOut = (text: ReactNode) => <span className="sr-only">{text}</span>;
