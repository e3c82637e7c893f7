import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { GiveRoleForm } from "@/components/staff/accounts/give-role-form";
import { PageHeader } from "@/components/ui/page-header";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { assignRole } from "@/lib/staff/accounts/assign-role";
import { listRoleChoices } from "@/lib/staff/accounts/role-choices";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";

export const generateMetadata = (): Metadata => ({ title: t("Assign role") });

export default accountPage(async ({ execute, action, search, account: { id } }) => {
  const asked = search.contact ? [["contactId", search.contact] as const] : [];
  const choices = await execute(listRoleChoices, fromStrings(listRoleChoices.input, asked));
  const account = await execute(viewStaffAccount, {});
  const here = `/staff/accounts/${id}`;
  const { contact } = choices;
  return (
    <>
      <PageHeader
        title={contact ? t("Assign role to {name}", { name: contact.name }) : t("Invite person with role")}
        description={
          contact && t("{email} · current access: {access}", { email: contact.email, access: contact.access })
        }
        breadcrumb={[
          { label: t("Accounts"), href: "/staff/accounts" },
          { label: account.name, href: here },
        ]}
      />
      <GiveRoleForm
        choices={choices}
        owner={account.owner.name}
        idempotencyKey={randomUUID()}
        cancelHref={here}
        action={action(assignRole, `${here}?done=given`)}
      />
    </>
  );
});
