import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { listed } from "@/lib/platform/kernel/listed";
import { withinSentence } from "@/lib/platform/kernel/within-sentence";
import { t } from "@/lib/platform/language/t";

export type RequestFieldsProps = {
  /** The people on the account who may request it. */
  mayAsk: { name: string; as: string }[];
  /** There are more than are named. */
  more?: boolean;
};

/** Who requested it. A request by someone who isn't in charge of the account needs a second look. */
export function RequestFields({ mayAsk, more = false }: RequestFieldsProps) {
  const named = mayAsk.map(({ name, as }) => `${name} (${withinSentence(as)})`);
  const people = more ? [...named, t("someone else who can change roles")] : named;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        name="requestedBy"
        label={t("Requested by")}
        required
        hint={t("Can request this: {people}.", { people: listed(people, "disjunction") })}
      >
        <Input list="may-ask" autoComplete="off" />
      </Field>
      <datalist id="may-ask">
        {mayAsk.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field
        name="reference"
        label={t("Reference")}
        required
        hint={t("Ticket number, email or call reference. Shown to the owner.")}
      >
        <Input autoComplete="off" />
      </Field>
    </div>
  );
}
