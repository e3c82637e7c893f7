import { notFound } from "next/navigation";
import { personPage } from "@/app/page-context";
import { StaffRoleFields } from "@/components/staff/team/staff-role-fields";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { changeColleague } from "@/lib/staff/team/change-colleague";
import { listTeam } from "@/lib/staff/team/list-team";
import { removeColleague } from "@/lib/staff/team/remove-colleague";

export const metadata = { title: "Colleague" };

export default personPage(async ({ execute, action, params }) => {
  const { items } = await execute(listTeam, {});
  const colleague = items.find(({ personId, isYou }) => personId === params.personId && !isYou);
  if (colleague === undefined) notFound();
  const { personId, name, email, jobTitle, roles } = colleague;
  return (
    <>
      <PageHeader
        title={name}
        description={email}
        breadcrumb={[{ label: "Team", href: "/staff/team" }]}
        actions={
          <ConfirmDialog
            id="remove-colleague"
            action={action(removeColleague, "/staff/team?done=removed")}
            hidden={{ personId }}
            trigger="Take off the team"
            title={`Take ${name} off the team?`}
            consequences={[
              "They lose the staff console and every customer's account with their next click.",
              "Tickets assigned to them stay as they are and wait for somebody else.",
              "Their own login stays, and so does what the log says they did.",
            ]}
            confirmLabel="Take off the team"
          />
        }
      />
      <OperationForm
        action={action(changeColleague, "/staff/team?done=changed")}
        hidden={{ personId, roles: "" }}
        submitLabel="Save"
        pendingLabel="Saving…"
        cancelHref="/staff/team"
        label={`Roles of ${name}`}
        className="max-w-xl"
      >
        <StaffRoleFields jobTitle={jobTitle} held={roles} />
      </OperationForm>
    </>
  );
});
