"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { SetupDetail, TestMethod } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
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
      submitLabel={card ? "Add card" : "Add bank account"}
      pendingLabel="Contacting the bank…"
      cancelHref={cancelHref}
    >
      {scripted ? (
        <Field
          name="token"
          label={card ? "Card number" : "IBAN"}
          required
          hint="The number stays in this browser. Only the bank's token is sent."
        >
          <TokenInput tests={tests} />
        </Field>
      ) : (
        <RadioGroup
          name="token"
          legend={card ? "Test card" : "Test account"}
          required
          options={tests.map(({ token, number, effect }) => ({ value: token, label: number, hint: effect }))}
        />
      )}
      {card && (
        <Field name="expiry" label="Expiry date" required hint="MM/YY, e.g. 04/31" className="max-w-48">
          <Input inputMode="numeric" autoComplete="off" maxLength={9} placeholder="MM/YY" />
        </Field>
      )}
      <Field name="holder" label={card ? "Name on card" : "Account holder"} required>
        <Input autoComplete="off" />
      </Field>
      {!card && (
        <Checkbox
          name="mandate"
          label={`I authorise ${setup.creditor} to debit this account, and my bank to honour those debits.`}
          hint="SEPA direct debit mandate. You can ask your bank for a refund within eight weeks of a debit, under the terms of your agreement with your bank. Each invoice announces the debit in advance."
          required
        />
      )}
    </OperationForm>
  );
}
