import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RecordForm } from "@/components/staff/role-requests/record-form";
import { PageHeader } from "@/components/ui/page-header";
import { fromStrings } from "@/lib/http/from-strings";
import { localDay } from "@/lib/platform/kernel/local-day";
import { t } from "@/lib/platform/language/t";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { recordRoleRequest } from "@/lib/staff/role-requests/record-role-request";
import { viewRoleRequestForm } from "@/lib/staff/role-requests/view-form";

export const generateMetadata = (): Metadata => ({ title: t("Record role request") });

export default accountPage(async ({ execute, action, search, actor, realNow: now, account: { id } }) => {
  const asked = Object.entries({ contactId: search.contact, ticketId: search.ticket });
  const [form, account] = await Promise.all([
    execute(
      viewRoleRequestForm,
      fromStrings(
        viewRoleRequestForm.input,
        asked.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
      ),
    ),
    execute(viewStaffAccount, {}),
  ]);
  const here = `/staff/accounts/${id}`;
  const { person } = form;
  return (
    <>
      <PageHeader
        title={t("Record role request")}
        description={
          person &&
          t("{email} · current access: {access}", { email: `${person.name}, ${person.email}`, access: person.access })
        }
        breadcrumb={[
          { label: t("Accounts"), href: "/staff/accounts" },
          { label: account.name, href: here },
        ]}
      />
      <RecordForm
        form={form}
        idempotencyKey={randomUUID()}
        cancelHref={here}
        today={localDay(now, actor.timeZone)}
        action={action(recordRoleRequest, `${here}/role-requests/{requestId}?done=recorded`)}
      />
    </>
  );
});
