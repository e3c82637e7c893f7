import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Why staff do something with money. `told`: the customer reads it as well. */
export function ReasonField({ told }: { told: boolean }) {
  return (
    <Field
      name="reason"
      label="Reason"
      required
      hint={told ? "Kept with it for good, and told to the customer." : "Kept in the activity log."}
    >
      <Input autoComplete="off" />
    </Field>
  );
}
