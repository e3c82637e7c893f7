import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { t } from "@/lib/platform/language/t";

export type InvitedFieldsProps = { name: string; email: string };

/** The invited person; asked first, and shown again before the invitation is sent. */
export function InvitedFields({ name, email }: InvitedFieldsProps) {
  return (
    <>
      <Field name="name" label={t("Name")} required>
        <Input defaultValue={name} autoComplete="off" />
      </Field>
      <Field
        name="email"
        label={t("Email address")}
        required
        hint={t("The invitation can only be accepted by someone with access to this address.")}
      >
        <Input type="email" defaultValue={email} autoComplete="off" />
      </Field>
    </>
  );
}
