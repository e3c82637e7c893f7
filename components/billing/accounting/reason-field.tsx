import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The reason for a staff action on money. `shownToCustomer`: the customer sees it too. */
export function ReasonField({ shownToCustomer }: { shownToCustomer: boolean }) {
  return (
    <Field
      name="reason"
      label="Reason"
      required
      hint={shownToCustomer ? "Saved with the record and shown to the customer." : "Saved in the activity log."}
    >
      <Input autoComplete="off" />
    </Field>
  );
}
