import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RequestFacts } from "@/components/accounts/role-requests/request-facts";
import { RequestStatus } from "@/components/accounts/role-requests/request-status";
import { WantedAccess } from "@/components/accounts/role-requests/wanted-access";
import { DoneNotice } from "@/components/staff/accounts/done-notice";
import { ApplyForm } from "@/components/staff/role-requests/apply-form";
import { DiscardRequest } from "@/components/staff/role-requests/discard-request";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { t } from "@/lib/platform/language/t";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { applyRoleRequest } from "@/lib/staff/role-requests/apply-role-request";
import { discardRoleRequest } from "@/lib/staff/role-requests/discard-role-request";
import { viewRoleRequestDesk } from "@/lib/staff/role-requests/view-desk";

export const generateMetadata = (): Metadata => ({ title: t("Role request") });

export default accountPage(async ({ execute, action, params, search, actor, account: { id } }) => {
  const [request, account] = await Promise.all([
    execute(viewRoleRequestDesk, { requestId: params.requestId ?? "" }),
    execute(viewStaffAccount, {}),
  ]);
  const here = `/staff/accounts/${id}`;
  const { status, locked, access, name } = request;
  const open = status === "waiting" || status === "approved";
  return (
    <>
      <PageHeader
        title={t("{role} for {name}", { role: request.roleName, name })}
        mark={<RequestStatus status={status} />}
        description={
          access === null
            ? request.number
            : t("{number} · current access: {access}", { number: request.number, access })
        }
        breadcrumb={[
          { label: t("Role requests"), href: "/staff/role-requests" },
          { label: account.name, href: here },
        ]}
        actions={open && <DiscardRequest request={request} action={action(discardRoleRequest)} />}
      />
      <DoneNotice done={search.done} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {/* On a phone first: who sent it, and whether that is certain, is read before it is answered. */}
        <div className="min-w-0 lg:col-start-2 lg:row-start-1">
          <RequestFacts request={request} format={actor} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-start-1">
          {open && locked !== null && <Callout title={t("Not yet")}>{locked}</Callout>}
          {open && locked === null ? (
            <ApplyForm
              request={request}
              idempotencyKey={randomUUID()}
              action={action(applyRoleRequest, `${here}?done=given`)}
            />
          ) : (
            <WantedAccess request={request} changes={null} format={actor} />
          )}
        </div>
      </div>
    </>
  );
});
