import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { TicketDetail } from "@/lib/support/tickets/schema";

export type AssignmentFormsProps = { assign: FormAction; hand: FormAction; ticket: TicketDetail };

/** For staff: assign or unassign a ticket, and move it to another department. */
export function AssignmentForms({ assign, hand, ticket }: AssignmentFormsProps) {
  const { id: ticketId, assignedToMe, assigneeName, department } = ticket;
  const others = Object.entries(departmentNames).filter(([value]) => value !== department);
  const takeLabel = assigneeName === null ? t("Assign to me") : t("Reassign to me");
  return (
    <div className="flex flex-col gap-4">
      <OperationForm
        action={assign}
        hidden={{ ticketId, assignee: assignedToMe ? "nobody" : "me" }}
        label={t("Assignee")}
        submitLabel={assignedToMe ? t("Unassign") : takeLabel}
        submitVariant="secondary"
      />
      <OperationForm
        action={hand}
        hidden={{ ticketId }}
        label={t("Department")}
        layout="inline"
        submitLabel={t("Move")}
        submitVariant="secondary"
      >
        <Field name="department" label={t("Move to department")} required className="flex-1">
          <Select options={others.map(([value, label]) => ({ value, label: t(label) }))} />
        </Field>
      </OperationForm>
    </div>
  );
}
