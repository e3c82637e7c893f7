import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { t } from "@/lib/platform/language/t";
import { roles, staffRoleKeys } from "@/lib/policy/roles";

export type StaffRoleFieldsProps = { jobTitle?: string; held?: readonly string[] };

/** Job title and roles of a team member. */
export function StaffRoleFields({ jobTitle, held = [] }: StaffRoleFieldsProps) {
  return (
    <>
      <Field name="jobTitle" label="Job title" required hint="Shown to the team.">
        <Input defaultValue={jobTitle} autoComplete="off" placeholder="Support engineer" />
      </Field>
      <Fieldset name="roles" legend="Roles">
        <div className="flex flex-col gap-2">
          {staffRoleKeys.map((role) => (
            <Checkbox
              key={role}
              name="roles"
              value={role}
              label={t(roles[role].name)}
              hint={t(roles[role].title)}
              defaultChecked={held.includes(role)}
            />
          ))}
        </div>
      </Fieldset>
    </>
  );
}
