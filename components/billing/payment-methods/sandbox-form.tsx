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

/** The sandbox's form for a card or bank account. Without scripts the test numbers are chosen instead of typed. */
export function SandboxForm({ setup, tests, action, cancelHref }: SandboxFormProps) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const card = setup.kind === "card";
  return (
    <OperationForm
      action={action}
      hidden={{ setupId: setup.id }}
      submitLabel={card ? "Add card" : "Add bank account"}
      pendingLabel="Asking the bank…"
      cancelHref={cancelHref}
    >
      {scripted ? (
        <Field
          name="token"
          label={card ? "Card number" : "IBAN"}
          required
          hint="It does not leave this browser: the bank's token is sent in its place."
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
        <Field name="expiry" label="Valid until" required hint="Month and year, like 04/31." className="max-w-48">
          <Input inputMode="numeric" autoComplete="off" maxLength={9} placeholder="MM/YY" />
        </Field>
      )}
      <Field name="holder" label={card ? "Name on the card" : "Account holder"} required>
        <Input autoComplete="off" />
      </Field>
      {!card && (
        <Checkbox
          name="mandate"
          label={`I authorise ${setup.creditor} to debit this account, and my bank to honour those debits.`}
          hint="SEPA direct debit mandate. Within eight weeks of a debit you can ask your bank to pay it back, under the terms you have with your bank. The invoice tells of each debit before it is made."
          required
        />
      )}
    </OperationForm>
  );
}
