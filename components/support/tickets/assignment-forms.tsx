import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { TicketDetail } from "@/lib/support/tickets/schema";
import { departmentWords } from "./ticket-words";

export type AssignmentFormsProps = { assign: FormAction; hand: FormAction; ticket: TicketDetail };

/** For staff: assign or unassign a ticket, and move it to another department. */
export function AssignmentForms({ assign, hand, ticket }: AssignmentFormsProps) {
  const { id: ticketId, assignedToMe, assigneeName, department } = ticket;
  const others = Object.entries(departmentWords).filter(([value]) => value !== department);
  const takeLabel = assigneeName === null ? "Assign to me" : "Reassign to me";
  return (
    <div className="flex flex-col gap-4">
      <OperationForm
        action={assign}
        hidden={{ ticketId, assignee: assignedToMe ? "nobody" : "me" }}
        label="Assignee"
        submitLabel={assignedToMe ? "Unassign" : takeLabel}
        submitVariant="secondary"
      />
      <OperationForm
        action={hand}
        hidden={{ ticketId }}
        label="Department"
        layout="inline"
        submitLabel="Move"
        submitVariant="secondary"
      >
        <Field name="department" label="Move to department" required className="flex-1">
          <Select options={others.map(([value, label]) => ({ value, label }))} />
        </Field>
      </OperationForm>
    </div>
  );
}
