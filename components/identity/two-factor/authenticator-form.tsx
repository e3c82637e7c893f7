"use client";

import { useEffect, useRef } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { useForm } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AuthenticatorSetup } from "@/lib/identity/two-factor/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { RecoveryCodes } from "./recovery-codes";

type AuthenticatorFormProps = {
  /** The key for the app; null before it was asked for, and once the app is confirmed. */
  setup: AuthenticatorSetup | null;
  /** They use one already, or have just confirmed it. */
  inUse: boolean;
  start: FormAction;
  confirm: FormAction;
};

/** Sets up an authenticator app: a key to scan or type, then a code that shows it works. */
export function AuthenticatorForm({ setup, inUse, start, confirm }: AuthenticatorFormProps) {
  return (
    <>
      {/* It stays when the key is gone, because it holds the recovery codes. */}
      <OperationForm action={confirm}>
        <Steps setup={setup} inUse={inUse} />
      </OperationForm>
      {!inUse && (
        <OperationForm
          action={start}
          submitLabel={setup ? t("Start again with another key") : t("Show the key")}
          submitVariant={setup ? "ghost" : "primary"}
          className="mt-4"
        />
      )}
    </>
  );
}

function Steps({ setup, inUse }: Pick<AuthenticatorFormProps, "setup" | "inUse">) {
  const { state } = useForm();
  const first = useFocusOnNew(setup?.key);
  if (state.status === "done") return <RecoveryCodes done={t("Your authenticator app is set up.")} />;
  if (inUse) return <p>{t("You already use an authenticator app. Remove it first to set up another one.")}</p>;
  if (setup === null) return null;
  return (
    <>
      <ol className="flex list-decimal flex-col gap-5 ps-5 marker:text-ink-soft">
        <li>
          <p ref={first} tabIndex={-1} className="rounded-sm">
            {t("Scan this with your app, or type the key into it.")}
          </p>
          <Key setup={setup} />
        </li>
        <li>
          <Field name="code" label={t("Code")} hint={t("Six digits, which your app shows now.")} required>
            <Input autoComplete="one-time-code" inputMode="numeric" spellCheck={false} className="max-w-40" />
          </Field>
        </li>
      </ol>
      <div>
        <SubmitButton pendingLabel={t("Checking…")}>{t("Confirm")}</SubmitButton>
      </div>
    </>
  );
}

/** For what a key begins with: it has the focus when that key has been made, and not if the page came with it. */
function useFocusOnNew(key: string | undefined) {
  const place = useRef<HTMLParagraphElement>(null);
  const shown = useRef(key);
  useEffect(() => {
    if (key !== shown.current) place.current?.focus();
    shown.current = key;
  }, [key]);
  return place;
}

function Key({ setup: { key, uri, qr } }: { setup: AuthenticatorSetup }) {
  return (
    <div className="mt-3 flex flex-wrap items-start gap-5">
      {/* biome-ignore lint/performance/noImgElement: drawn for this person alone, and secret */}
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
        alt={t("QR code of the key. The same key is written out beside it.")}
        width={176}
        height={176}
        className="rounded-lg border border-line bg-white p-1"
      />
      <div className="min-w-0 flex-1">
        <p className="text-sm text-ink-soft">{t("Key")}</p>
        <p className="mt-0.5 font-mono wrap-anywhere text-ink">{key}</p>
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <CopyButton value={key.replaceAll(" ", "")} variant="secondary">
            {t("Copy key")}
          </CopyButton>
          <a href={uri} className="text-sm underline underline-offset-3">
            {t("Open in an app on this device")}
          </a>
        </div>
      </div>
    </div>
  );
}
