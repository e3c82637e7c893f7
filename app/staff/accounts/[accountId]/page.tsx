import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RequestsTable } from "@/components/accounts/role-requests/requests-table";
import { AccountSummary } from "@/components/staff/accounts/account-summary";
import { DoneNotice } from "@/components/staff/accounts/done-notice";
import { OpenOffer } from "@/components/staff/accounts/open-offer";
import { OwnerNotJoined } from "@/components/staff/accounts/owner-not-joined";
import { StaffPeople } from "@/components/staff/accounts/staff-people";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { grantAccountCredit } from "@/lib/billing/payments/grant-account-credit";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inviteOwner } from "@/lib/staff/accounts/invite-owner";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { withdrawTransfer } from "@/lib/staff/accounts/withdraw-transfer";
import { recordRoleRequest } from "@/lib/staff/role-requests/record-role-request";

export const generateMetadata = (): Metadata => ({ title: t("Account") });

export default accountPage(async ({ execute, may, action, search, base, actor, account: { id } }) => {
  const [account, members, others] = await Promise.all([
    execute(viewStaffAccount, {}),
    execute(listPeople, fromStrings(listPeople.input, placeIn(search))),
    execute(listNonMembers, {}),
  ]);
  const here = `/staff/accounts/${id}`;
  const closed = account.status === "closed";
  const mayRecord = may(recordRoleRequest) && !closed;
  return (
    <>
      <PageHeader
        title={account.name}
        mark={closed ? <Status tone="neutral">{t("Closed")}</Status> : <Status tone="success">{t("Active")}</Status>}
        description={[account.number, account.legalName].filter((part) => part !== account.name).join(" · ")}
        breadcrumb={[{ label: t("Accounts"), href: "/staff/accounts" }]}
        actions={
          <>
            {account.transferCandidates.length > 0 && !account.offer && !closed && (
              <ButtonLink href={`${here}/transfer`} icon={<Icon name="arrow-right-left" />}>
                {t("Transfer ownership")}
              </ButtonLink>
            )}
            {mayRecord && (
              <ButtonLink href={`${here}/role-requests/new`} variant="primary" icon={<Icon name="user-plus" />}>
                {t("Record role request")}
              </ButtonLink>
            )}
          </>
        }
      />
      <DoneNotice done={search.done} />
      {account.offer && (
        <OpenOffer
          offer={account.offer}
          format={actor}
          withdraw={may(withdrawTransfer) ? action(withdrawTransfer) : undefined}
        />
      )}
      {!account.owner.joined && !closed && (
        <OwnerNotJoined
          account={account}
          idempotencyKey={randomUUID()}
          invite={may(inviteOwner) ? action(inviteOwner, `${here}?done=invited`) : undefined}
        />
      )}
      <AccountSummary account={account} format={actor} />
      {account.roleRequests !== null && account.roleRequests.length > 0 && (
        <Panel title={t("Open role requests")} flush className="mb-4">
          <RequestsTable
            requests={account.roleRequests}
            hrefOf={({ id: of }) => `${here}/role-requests/${of}`}
            empty={null}
          />
        </Panel>
      )}
      {may(viewBillingDesk) && (
        <div className="mb-4 flex flex-wrap gap-2">
          <ButtonLink href={`${base}/invoices`} icon={<Icon name="receipt" />}>
            {t("Invoices")}
          </ButtonLink>
          <ButtonLink href={`${base}/invoices/draft`}>{t("Draft an invoice")}</ButtonLink>
          <ButtonLink href={`${base}/payments/record`}>{t("Record a transfer")}</ButtonLink>
          {may(viewBillingDesk, grantAccountCredit) && (
            <ButtonLink href={`${base}/credit/grant`}>{t("Grant credit")}</ButtonLink>
          )}
        </div>
      )}
      <Panel
        title={t("People")}
        flush
        actions={
          <ButtonLink href={`${base}/people`} size="sm">
            {t("View all people")}
          </ButtonLink>
        }
      >
        <StaffPeople
          people={members.page === 1 ? [...members.items, ...others.items] : members.items}
          hrefOf={(person) => `${base}/people/${person.id}`}
          requestHref={mayRecord ? (person) => `${here}/role-requests/new?contact=${person.id}` : undefined}
        />
        <Pagination {...pageLinks(here, {}, members, [msg("member@@of"), msg("members@@of")])} />
      </Panel>
    </>
  );
});
