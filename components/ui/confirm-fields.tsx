"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { t } from "@/lib/platform/language/t";

/**
 * What a form shows when who is asking has to be confirmed first: part of the form, so that all it holds is sent with it. In a
 * form that has no fields, pass its id.
 */
export function ConfirmFields({ form }: { form?: string }) {
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line-strong bg-sunken p-3.5">
      <Field
        name="confirmationSecret"
        label={t("Your password or a code")}
        hint={t("A code of your authenticator app, or a recovery code.")}
        required
      >
        <Input type="password" autoComplete="current-password" autoFocus {...(form && { form })} />
      </Field>
      <WithPasskey {...(form && { form })} />
    </div>
  );
}

function WithPasskey({ form: formId }: { form?: string }) {
  const [failed, setFailed] = useState(false);
  async function confirm(button: HTMLButtonElement) {
    const form = button.form;
    if (form === null) return;
    setFailed(false);
    try {
      const { askPasskey } = await import("@/components/ui/ask-passkey");
      const response = await askPasskey();
      form.insertAdjacentHTML("beforeend", '<input type="hidden" name="confirmationPasskey">');
      const field = form.querySelector<HTMLInputElement>('[name="confirmationPasskey"]:last-of-type');
      const secret = form.elements.namedItem("confirmationSecret");
      if (field) field.value = response;
      if (secret instanceof HTMLInputElement) secret.required = false;
      form.requestSubmit();
      // The answer counts once.
      field?.remove();
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="needs-script">
      <Button size="sm" {...(formId && { form: formId })} onClick={(event) => confirm(event.currentTarget)}>
        {t("Use a passkey")}
      </Button>
      {failed && (
        <p role="alert" className="mt-1.5 text-sm text-danger-text">
          {t("No passkey was used. Enter your password or a code instead.")}
        </p>
      )}
    </div>
  );
}
