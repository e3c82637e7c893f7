import { Fieldset } from "@/components/ui/fieldset";
import { t } from "@/lib/platform/language/t";
import { departmentNames, departments } from "@/lib/policy/departments";
import type { AccessDraft } from "./access-draft";

/** Departments of support that the person has no access to. */
export function DepartmentChoice({ draft }: { draft: AccessDraft }) {
  return (
    <Fieldset
      name="departmentsOff"
      legend={t("Departments without access")}
      hint={t("Tickets to these departments are hidden from this person. Select none to allow all.")}
    >
      <div className="flex flex-wrap gap-1.5">
        {departments.map((department) => (
          <label key={department} className="chip pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="departmentsOff"
              value={department}
              defaultChecked={draft.departmentsOff.includes(department)}
              className="tick rounded-sm"
            />
            {t(departmentNames[department])}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
