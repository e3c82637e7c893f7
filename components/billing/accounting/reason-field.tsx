import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { t } from "@/lib/platform/language/t";

/** The reason for a staff action on money. `shownToCustomer`: the customer sees it too. */
export function ReasonField({ shownToCustomer }: { shownToCustomer: boolean }) {
  return (
    <Field
      name="reason"
      label={t("Reason")}
      required
      hint={shownToCustomer ? t("Saved with the record and shown to the customer.") : t("Saved in the activity log.")}
    >
      <Input autoComplete="off" />
    </Field>
  );
}
