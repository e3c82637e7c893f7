import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { personPage } from "@/app/page-context";
import { FactorResetPanel } from "@/components/staff/team/factor-reset-panel";
import { StaffRoleFields } from "@/components/staff/team/staff-role-fields";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { id } from "@/lib/platform/kernel/ids";
import { t } from "@/lib/platform/language/t";
import { changeColleague } from "@/lib/staff/team/change-colleague";
import { confirmFactorReset } from "@/lib/staff/team/confirm-factor-reset";
import { listTeam } from "@/lib/staff/team/list-team";
import { removeColleague } from "@/lib/staff/team/remove-colleague";
import { resetFactors } from "@/lib/staff/team/reset-factors";
import { viewFactorReset } from "@/lib/staff/team/view-factor-reset";

export const generateMetadata = (): Metadata => ({ title: t("Team member") });

export default personPage(async ({ execute, action, actor, params }) => {
  const asked = id.safeParse(params.personId);
  if (!asked.success) notFound();
  const { items } = await execute(listTeam, { personId: asked.data });
  const [colleague] = items;
  if (colleague === undefined || colleague.isYou) notFound();
  const { personId, name, email, jobTitle, roles } = colleague;
  const reset = await execute(viewFactorReset, { personId });
  return (
    <>
      <PageHeader
        title={name}
        description={email}
        breadcrumb={[{ label: t("Team"), href: "/staff/team" }]}
        actions={
          <ConfirmDialog
            id="remove-colleague"
            action={action(removeColleague, "/staff/team?done=removed")}
            hidden={{ personId }}
            trigger={t("Remove from team")}
            title={t("Remove {name} from the team?", { name })}
            consequences={[
              t("They lose access to the staff console and customer accounts immediately."),
              t("Their assigned tickets stay open and need a new assignee."),
              t("Their login and their entries in the activity log are kept."),
            ]}
            confirmLabel={t("Remove from team")}
          />
        }
      />
      <OperationForm
        action={action(changeColleague, "/staff/team?done=changed")}
        hidden={{ personId, roles: "" }}
        submitLabel={t("Save changes")}
        pendingLabel={t("Saving…")}
        cancelHref="/staff/team"
        label={t("Roles of {name}", { name })}
        className="max-w-xl"
      >
        <StaffRoleFields jobTitle={jobTitle} held={roles} />
      </OperationForm>
      <div className="mt-6">
        <FactorResetPanel
          reset={reset}
          format={actor}
          remove={action(resetFactors)}
          confirm={action(confirmFactorReset)}
        />
      </div>
    </>
  );
});
