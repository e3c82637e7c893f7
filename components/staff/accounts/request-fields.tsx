import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type RequestFieldsProps = {
  /** The people on the account who may request it. */
  mayAsk: { name: string; as: string }[];
  /** There are more than are named. */
  more?: boolean;
};

/** Who requested it. A request by someone who isn't in charge of the account needs a second look. */
export function RequestFields({ mayAsk, more = false }: RequestFieldsProps) {
  const named = mayAsk.map(({ name, as }) => `${name} (${as.toLowerCase()})`);
  const people = more ? [...named, "someone else who can change roles"] : named;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="requestedBy" label="Requested by" required hint={`Can request this: ${list.format(people)}.`}>
        <Input list="may-ask" autoComplete="off" />
      </Field>
      <datalist id="may-ask">
        {mayAsk.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field
        name="reference"
        label="Reference"
        required
        hint="Ticket number, email or call reference. Shown to the owner."
      >
        <Input autoComplete="off" />
      </Field>
    </div>
  );
}

const list = new Intl.ListFormat("en", { type: "disjunction" });
