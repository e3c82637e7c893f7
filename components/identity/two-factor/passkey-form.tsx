"use client";

import { useId } from "react";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { useForm } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { PasskeyCeremony } from "./passkey-ceremony";
import { RecoveryCodes } from "./recovery-codes";

/** Adds a passkey: the browser makes it, between two answers of the portal. */
export function PasskeyForm({ start, add }: { start: FormAction; add: FormAction }) {
  const addId = useId();
  return (
    <>
      <noscript>
        <Callout kind="info" title={t("Passkeys need JavaScript. An authenticator app works without.")} />
      </noscript>
      <div className="needs-script">
        <OperationForm id={addId} action={add} hidden={{ response: "" }}>
          <Added />
        </OperationForm>
        <OperationForm action={start} submitLabel={t("Add a passkey")} pendingLabel={t("Waiting…")} className="mt-4">
          <Field name="name" label={t("Name")} hint={t("To recognise it later, such as “Work laptop”.")} required>
            <Input autoComplete="off" className="max-w-80" />
          </Field>
          <PasskeyCeremony kind="create" form={addId} />
        </OperationForm>
      </div>
    </>
  );
}

function Added() {
  const { state } = useForm();
  return state.status === "done" ? <RecoveryCodes done={t("The passkey was added.")} /> : null;
}
