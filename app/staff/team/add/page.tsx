import { randomUUID } from "node:crypto";
import { personPage } from "@/app/page-context";
import { StaffRoleFields } from "@/components/staff/team/staff-role-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { listTeam } from "@/lib/staff/team/list-team";

export const metadata = { title: "Add a colleague" };

export default personPage(async ({ execute, action }) => {
  // The form alone would show itself to anybody: whoever may not see the team is refused here.
  await execute(listTeam, {});
  return (
    <>
      <PageHeader
        title="Add a colleague"
        description="They get a mail. Somebody new chooses a password by it; it carries no secret itself."
        breadcrumb={[{ label: "Team", href: "/staff/team" }]}
      />
      <OperationForm
        action={action(addColleague, "/staff/team?done=added")}
        idempotencyKey={randomUUID()}
        submitLabel="Add to the team"
        pendingLabel="Adding…"
        cancelHref="/staff/team"
        label="Add a colleague"
        className="max-w-xl"
      >
        <Field name="name" label="Name" required>
          <Input autoComplete="off" maxLength={200} />
        </Field>
        <Field name="email" label="Email address" required>
          <Input type="email" autoComplete="off" maxLength={254} />
        </Field>
        <StaffRoleFields />
      </OperationForm>
    </>
  );
});
