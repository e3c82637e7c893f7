import { Checkbox } from "@/components/ui/checkbox";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { SetupChoices } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

type AddFormProps = { choices: SetupChoices; replacesId?: string; action: FormAction; cancelHref: string };

/** The first step: what it is. The number is asked for on the next page, by the payment provider. */
export function AddForm({ choices, replacesId, action, cancelHref }: AddFormProps) {
  const becomesDefault = !choices.hasDefault || choices.replaces?.isDefault === true;
  return (
    <OperationForm
      action={action}
      hidden={{ replacesId }}
      submitLabel="Continue"
      pendingLabel="Asking the payment provider…"
      cancelHref={cancelHref}
    >
      <RadioGroup
        name="kind"
        legend="What do you want to add?"
        required
        defaultValue="card"
        options={[
          { value: "card", label: "Card", hint: "Credit or debit card. Payments are there at once." },
          { value: "sepaDebit", label: "Bank account", hint: "SEPA direct debit, in euros. Payments take some days." },
        ]}
      />
      {becomesDefault ? (
        <p className="text-sm text-ink-soft">It becomes the default payment method.</p>
      ) : (
        <Checkbox name="makeDefault" label="Make it the default" hint="Automatic payment uses the default." />
      )}
    </OperationForm>
  );
}
