import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { t } from "@/lib/platform/language/t";

export type LoginFieldsProps = {
  /** What the fields' names begin with: "logins.0." */
  at?: string;
  required?: boolean;
  /** The label so far. */
  label?: string;
};

/** Login details to enter. They are typed anew each time: nobody of staff can read what is stored. */
export function LoginFields({ at = "", required = true, label }: LoginFieldsProps) {
  const input = { autoComplete: "off", spellCheck: false, required } as const;
  return (
    <>
      <Field
        name={`${at}label`}
        label={t("Label")}
        required={required}
        hint={required && t("For example SSH or Control panel.")}
      >
        <Input {...input} defaultValue={label} />
      </Field>
      <Field name={`${at}username`} label={t("Username")} required={required}>
        <Input {...input} />
      </Field>
      <Field name={`${at}secret`} label={t("Password or key")} required={required}>
        <Input {...input} type="password" autoComplete="new-password" />
      </Field>
      <Field name={`${at}url`} label="URL">
        <Input {...input} required={false} />
      </Field>
      <Field name={`${at}note`} label={t("Note")} className="sm:col-span-2">
        <Textarea rows={2} />
      </Field>
    </>
  );
}
