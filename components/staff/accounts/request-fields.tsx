import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type RequestFieldsProps = {
  /** Those on the account who may ask for it. */
  mayAsk: { name: string; as: string }[];
};

/** On whose word staff act. Whoever asks without being in charge of the account is worth a second look. */
export function RequestFields({ mayAsk }: RequestFieldsProps) {
  const people = mayAsk.map(({ name, as }) => `${name} (${as.toLowerCase()})`);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="requestedBy" label="Who asked" required hint={`May ask for it: ${list.format(people)}.`}>
        <Input list="may-ask" autoComplete="off" />
      </Field>
      <datalist id="may-ask">
        {mayAsk.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field
        name="reference"
        label="Reference of the request"
        required
        hint="A ticket, a mail, a call. The owner reads it."
      >
        <Input autoComplete="off" />
      </Field>
    </div>
  );
}

const list = new Intl.ListFormat("en", { type: "disjunction" });
