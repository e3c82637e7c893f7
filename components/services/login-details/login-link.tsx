"use client";

import { useActionState, useState } from "react";
import { answered } from "@/components/ui/answered";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ConfirmFields } from "@/components/ui/confirm-fields";
import { FormContext } from "@/components/ui/form-context";
import { FormErrorSummary } from "@/components/ui/form-error-summary";
import { Icon } from "@/components/ui/icon";
import { Refusal } from "@/components/ui/refusal";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, idleForm } from "@/lib/platform/kernel/form-state";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { LoginLink as Link, RevealedLogins } from "@/lib/services/login-details/schema";
import { LoginSecrets } from "./login-secrets";
import { ShownForAMinute } from "./shown-for-a-minute";

export type LoginLinkProps = {
  action: FormAction;
  token: string;
  state: Link["state"];
  /** The service's page, where the credentials can be revealed again. */
  serviceHref: string;
};

/** What a link from an email leads to: a button that reveals the credentials once, or why it no longer does. */
export function LoginLink({ action, token, state: linkState, serviceHref }: LoginLinkProps) {
  const [state, send, pending] = useActionState(answered(action), idleForm);
  const [isHidden, setHidden] = useState(false);
  if (state.status === "done" && !isHidden) {
    const { logins } = state.result as RevealedLogins;
    return (
      <>
        <ShownForAMinute hide={() => setHidden(true)}>
          <ul className="flex flex-col gap-4">
            {logins.map((login) => (
              <li key={`${login.label} ${login.username}`}>
                <h2 className="mb-2 font-medium wrap-anywhere text-ink">{login.label}</h2>
                <LoginSecrets login={login} />
              </li>
            ))}
          </ul>
        </ShownForAMinute>
        <div className="mt-4">
          <ButtonLink href={serviceHref}>{t("Go to the service")}</ButtonLink>
        </div>
      </>
    );
  }
  const confirm = state.status === "invalid" && state.confirm === true;
  if ((state.status === "idle" || confirm) && linkState === "open") {
    return (
      <FormContext value={{ id: "login-link", state, pending }}>
        <form id="login-link" action={send} className="flex flex-col gap-4">
          <input type="hidden" name="token" value={token} />
          <FormErrorSummary />
          {confirm && <ConfirmFields />}
          <div>
            <SubmitButton icon={<Icon name="eye" />} pendingLabel={t("Loading…")}>
              {t("Reveal credentials")}
            </SubmitButton>
          </div>
        </form>
      </FormContext>
    );
  }
  if (state.status === "refused") return <Refusal {...state} variant="inline" />;
  const reason = state.status === "invalid" ? state.message : t(reasons[linkState === "open" ? "used" : linkState]);
  return (
    <Callout
      kind="info"
      role="status"
      title={reason}
      actions={<ButtonLink href={serviceHref}>{t("Go to the service")}</ButtonLink>}
    >
      {t("You can reveal the credentials on the service's page at any time.")}
    </Callout>
  );
}

const reasons: Record<Exclude<Link["state"], "open">, Sentence> = {
  used: msg("This link has been used. It works only once."),
  expired: msg("This link has expired."),
  replaced: msg("This link no longer works: there are newer credentials, a newer link, or your access has changed."),
  "someone-else's": msg("This link was sent to someone else on this account."),
};
