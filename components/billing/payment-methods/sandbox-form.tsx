"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { SetupDetail, TestMethod } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { TokenInput } from "./token-input";

type SandboxFormProps = {
  setup: Pick<SetupDetail, "id" | "kind" | "creditor">;
  tests: TestMethod[];
  action: FormAction;
  cancelHref: string;
};

/**
 * The sandbox form for a card or bank account. Without JavaScript the test numbers are a list instead of a text field.
 */
export function SandboxForm({ setup, tests, action, cancelHref }: SandboxFormProps) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const card = setup.kind === "card";
  return (
    <OperationForm
      action={action}
      hidden={{ setupId: setup.id }}
      submitLabel={card ? t("Add card") : t("Add bank account")}
      pendingLabel={t("Contacting the bank…")}
      cancelHref={cancelHref}
    >
      {scripted ? (
        <Field
          name="token"
          label={card ? t("Card number") : "IBAN"}
          required
          hint={t("The number stays in this browser. Only the bank's token is sent.")}
        >
          <TokenInput tests={tests} />
        </Field>
      ) : (
        <RadioGroup
          name="token"
          legend={card ? t("Test card") : t("Test account")}
          required
          options={tests.map(({ token, number, effect }) => ({ value: token, label: number, hint: effect }))}
        />
      )}
      {card && (
        <Field name="expiry" label={t("Expiry date")} required hint={t("MM/YY, e.g. 04/31")} className="max-w-48">
          <Input inputMode="numeric" autoComplete="off" maxLength={9} placeholder={t("MM/YY")} />
        </Field>
      )}
      <Field name="holder" label={card ? t("Name on card") : t("Account holder")} required>
        <Input autoComplete="off" />
      </Field>
      {!card && (
        <Checkbox
          name="mandate"
          label={t("I authorise {creditor} to debit this account, and my bank to honour those debits.", {
            creditor: setup.creditor,
          })}
          hint={t(
            "SEPA direct debit mandate. You can ask your bank for a refund within eight weeks of a debit, under the terms of your agreement with your bank. Each invoice announces the debit in advance.",
          )}
          required
        />
      )}
    </OperationForm>
  );
}
