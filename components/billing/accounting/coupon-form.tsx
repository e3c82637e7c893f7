import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** Creates a coupon. */
export function CouponForm({ action }: { action: FormAction }) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Create coupon")}
      pendingLabel={t("Creating…")}
      doneMessage={t("Coupon created.")}
      resetOnDone
      label={t("New coupon")}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="code" label={t("Code")} required hint={t("The code customers enter.")}>
          <Input maxLength={30} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Field>
        <Field name="name" label={t("Name on invoices")} required>
          <Input autoComplete="off" />
        </Field>
        <Field name="kind" label={t("Discount type")} required>
          <Select
            options={[
              { value: "percent", label: t("Percentage") },
              { value: "amount", label: t("Fixed amount") },
            ]}
          />
        </Field>
        <Field name="value" label={t("Percentage or amount")} required>
          <Input inputMode="decimal" maxLength={17} autoComplete="off" />
        </Field>
        <Field name="currency" label={t("Currency")}>
          <Select options={currencyOptions} placeholder={t("Only for a fixed amount")} />
        </Field>
        <Field name="invoices" label={t("Number of invoices")} hint={t("Leave empty to discount all future invoices.")}>
          <Input inputMode="numeric" maxLength={3} autoComplete="off" defaultValue="1" />
        </Field>
        <Field name="lastDay" label={t("Expires")} hint={t("Last valid day. Leave empty for no expiry date.")}>
          <Input type="date" />
        </Field>
        <Field
          name="maxUses"
          label={t("Redemption limit")}
          hint={t("Maximum number of accounts. Leave empty for no limit.")}
        >
          <Input inputMode="numeric" maxLength={7} autoComplete="off" />
        </Field>
      </div>
    </OperationForm>
  );
}
