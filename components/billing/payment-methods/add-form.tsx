import { Checkbox } from "@/components/ui/checkbox";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { SetupChoices } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type AddFormProps = { choices: SetupChoices; replacesId?: string; action: FormAction; cancelHref: string };

/** First step: the type. The payment provider collects the number on the next page. */
export function AddForm({ choices, replacesId, action, cancelHref }: AddFormProps) {
  const becomesDefault = !choices.hasDefault || choices.replaces?.isDefault === true;
  return (
    <OperationForm
      action={action}
      hidden={{ replacesId }}
      submitLabel={t("Continue")}
      pendingLabel={t("Connecting to the payment provider…")}
      cancelHref={cancelHref}
    >
      <RadioGroup
        name="kind"
        legend={t("Payment method type")}
        required
        defaultValue="card"
        options={[
          { value: "card", label: t("Card"), hint: t("Credit or debit card. Instant.") },
          { value: "sepaDebit", label: t("Bank account"), hint: t("SEPA direct debit, in euros. Takes several days.") },
        ]}
      />
      {becomesDefault ? (
        <p className="text-sm text-ink-soft">{t("It will be the default payment method.")}</p>
      ) : (
        <Checkbox name="makeDefault" label={t("Make default")} hint={t("Autopay uses the default payment method.")} />
      )}
    </OperationForm>
  );
}
