import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { StaffRoleFields } from "@/components/staff/team/staff-role-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { t } from "@/lib/platform/language/t";
import { addColleague } from "@/lib/staff/team/add-colleague";
import { listTeam } from "@/lib/staff/team/list-team";

export const generateMetadata = (): Metadata => ({ title: t("Add team member") });

export default personPage(async ({ execute, action }) => {
  // The form itself asks for nothing, so this refuses viewers who may not manage the team.
  await execute(listTeam, {});
  return (
    <>
      <PageHeader
        title={t("Add team member")}
        description={t("We email them how to sign in. New people are asked to set a password first.")}
        breadcrumb={[{ label: t("Team"), href: "/staff/team" }]}
      />
      <OperationForm
        action={action(addColleague, "/staff/team?done=added")}
        idempotencyKey={randomUUID()}
        submitLabel={t("Add team member")}
        pendingLabel={t("Adding…")}
        cancelHref="/staff/team"
        label={t("Add team member")}
        className="max-w-xl"
      >
        <Field name="name" label={t("Name")} required>
          <Input autoComplete="off" />
        </Field>
        <Field name="email" label={t("Email address")} required>
          <Input type="email" autoComplete="off" />
        </Field>
        <StaffRoleFields />
      </OperationForm>
    </>
  );
});
