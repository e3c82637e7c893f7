import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DoneNotice } from "@/components/accounts/people/done-notice";
import { AnswerPanel } from "@/components/accounts/role-requests/answer-panel";
import { RequestFacts } from "@/components/accounts/role-requests/request-facts";
import { RequestStatus } from "@/components/accounts/role-requests/request-status";
import { WantedAccess } from "@/components/accounts/role-requests/wanted-access";
import { WithdrawRequest } from "@/components/accounts/role-requests/withdraw-request";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { answerRoleRequest } from "@/lib/accounts/role-requests/answer-role-request";
import { viewRoleRequest } from "@/lib/accounts/role-requests/view-role-request";
import { withdrawRoleRequest } from "@/lib/accounts/role-requests/withdraw-role-request";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Role request") });

export default accountPage(async ({ execute, may, action, base, params, search, actor }) => {
  const { changes, locked, ...request } = await execute(viewRoleRequest, { requestId: params.requestId ?? "" });
  const { status, contactId, name } = request;
  const list = `${base}/people/role-requests`;
  return (
    <>
      <PageHeader
        title={t("{role} for {name}", { role: request.roleName, name })}
        mark={<RequestStatus status={status} />}
        description={request.number}
        breadcrumb={[
          { label: t("People"), href: `${base}/people` },
          { label: t("Role requests"), href: list },
        ]}
        actions={
          <>
            {status === "applied" && contactId !== null && (
              <ButtonLink href={`${base}/people/${contactId}`} className="button-wrapping">
                {t("View {name}", { name })}
              </ButtonLink>
            )}
            {status === "approved" && may(withdrawRoleRequest) && (
              <WithdrawRequest request={request} action={action(withdrawRoleRequest)} />
            )}
          </>
        }
      />
      {/* An answer is confirmed only while it is the state of the request. */}
      <DoneNotice done={search.done === "asked" || search.done === status ? search.done : undefined} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {/* On a phone first: who sent it, and whether that is certain, is read before it is answered. */}
        <div className="min-w-0 lg:col-start-2 lg:row-start-1">
          <RequestFacts request={request} format={actor} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-start-1">
          <WantedAccess request={request} changes={changes} format={actor} />
          {status === "waiting" && (
            <AnswerPanel
              request={request}
              locked={locked}
              action={action(answerRoleRequest, `${list}/{requestId}?done={status}`)}
            />
          )}
        </div>
      </div>
    </>
  );
});
