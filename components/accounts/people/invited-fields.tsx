import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type InvitedFieldsProps = { name: string; email: string };

/** Who is invited: the first thing that is asked, and shown again before the invitation goes out. */
export function InvitedFields({ name, email }: InvitedFieldsProps) {
  return (
    <>
      <Field name="name" label="Name" required>
        <Input defaultValue={name} autoComplete="off" />
      </Field>
      <Field
        name="email"
        label="Email address"
        required
        hint="The invitation works for this address alone: only somebody who reads its mail can join."
      >
        <Input type="email" defaultValue={email} autoComplete="off" />
      </Field>
    </>
  );
}
