import type { Metadata } from "next";
import { settingsOperations } from "@/app/a/[accountId]/view-operations";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { EarlierAccessPanel } from "@/components/accounts/staff-access/earlier-access-panel";
import { StaffAccessPanel } from "@/components/accounts/staff-access/staff-access-panel";
import { ReadFilters } from "@/components/accounts/staff-reads/read-filters";
import { ReadsPanel } from "@/components/accounts/staff-reads/reads-panel";
import { ApprovalPanel } from "@/components/accounts/staff-visits/approval-panel";
import { EarlierVisits } from "@/components/accounts/staff-visits/earlier-visits";
import { VisitsPanel } from "@/components/accounts/staff-visits/visits-panel";
import { WaitingPanel } from "@/components/accounts/staff-visits/waiting-panel";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks, placeIn } from "@/components/ui/page-links";
import { sortProps } from "@/components/ui/sort-props";
import { withParams } from "@/components/ui/with-params";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { closeStaffAccess } from "@/lib/accounts/staff-access/close-staff-access";
import { openStaffAccess } from "@/lib/accounts/staff-access/open-staff-access";
import { viewStaffAccess } from "@/lib/accounts/staff-access/view-staff-access";
import { exportReads } from "@/lib/accounts/staff-reads/export-reads";
import { listReadStaff } from "@/lib/accounts/staff-reads/list-read-staff";
import { listReads } from "@/lib/accounts/staff-reads/list-reads";
import { answerVisit } from "@/lib/accounts/staff-visits/answer-visit";
import { changeApproval } from "@/lib/accounts/staff-visits/change-approval";
import { endVisits } from "@/lib/accounts/staff-visits/end-visits";
import { listVisits } from "@/lib/accounts/staff-visits/list-visits";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";
import { viewApproval } from "@/lib/accounts/staff-visits/view-approval";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { viewService } from "@/lib/services/services/view-service";
import { viewTicket } from "@/lib/support/tickets/view-ticket";

export const generateMetadata = (): Metadata => ({ title: t("Staff access") });

/** The page of each kind of record in the list, and the operation that opens it. */
const pages: Readonly<Record<string, readonly [path: string, operation: AnyOperation]>> = {
  contact: ["people", viewPerson],
  invoice: ["invoices", viewInvoice],
  service: ["services", viewService],
  ticket: ["tickets", viewTicket],
};

export default accountPage(async (context) => {
  const { execute, may, action, base, actor, realNow } = context;
  const [access, { approval }, waiting, open, earlier, opened] = await Promise.all([
    execute(viewStaffAccess, {}),
    execute(viewApproval, {}),
    visits(context, "waiting"),
    visits(context, "open"),
    visits(context, "over"),
    reads(context),
  ]);
  const change = <Op extends AnyOperation>(operation: Op) => (may(operation) ? action(operation) : undefined);
  return (
    <>
      <PageHeader title={t("Settings")} description={t("What your provider's staff can see of this account.")} />
      <SettingsTabs base={base} active="/staff-access" opens={(path) => may(settingsOperations[path])} />
      <div className="flex flex-col gap-4">
        <LiveRefresh of="notification" />
        <WaitingPanel {...waiting} base={base} now={realNow} format={actor} answer={change(answerVisit)} />
        <VisitsPanel {...open} base={base} format={actor} end={change(endVisits)} />
        <EarlierVisits {...earlier} base={base} format={actor} />
        {opened}
        <ApprovalPanel approval={approval} change={change(changeApproval)} />
        <StaffAccessPanel
          access={access}
          format={actor}
          open={change(openStaffAccess)}
          close={action(closeStaffAccess)}
        />
        <EarlierAccessPanel earlier={access.earlier} format={actor} />
      </div>
    </>
  );
});

/** Those who wait, have access, or had it: each list has its own place in the address. */
async function visits({ execute, base, search }: AccountPageContext, state: VisitItem["state"]) {
  const list = await execute(listVisits, { state, ...placeIn(search[state]) });
  const here = `${base}/settings/staff-access`;
  const pages = pageLinks(here, search, list, [msg("team member@@of"), msg("team members@@of")], state);
  return { visits: list.items, total: list.total, pages };
}

/** The list of what was opened, whose place and filters are in the address. */
async function reads(context: AccountPageContext) {
  const { execute, may, base, account, actor } = context;
  const { open: _open, waiting: _waiting, over: _over, ...search } = context.search;
  const here = `${base}/settings/staff-access`;
  const { page: _page, cursor: _cursor, sort: _sort, direction: _direction, ...filters } = search;
  const [list, { staff }, files] = await Promise.all([
    execute(listReads, fromStrings(listReads.input, Object.entries(search))),
    execute(listReadStaff, {}),
    preparedFiles(context, account.id, [{ label: t("Prepare CSV"), operation: exportReads, input: filters }]),
  ]);
  const filtered = Object.keys(filters).length > 0;
  return (
    <>
      <ReadsPanel
        reads={list.items}
        order={sortProps(here, search, { key: "when", direction: "desc" })}
        pages={pageLinks(here, search, list, [msg("entry@@of"), msg("entries@@of")])}
        filters={<ReadFilters href={here} filters={filters} staff={staff} filtered={filtered} />}
        filtered={filtered}
        download={
          <ButtonLink
            href={withParams(`/api/v1/accounts/${account.id}/staff-reads/export`, filters, {})}
            download
            size="sm"
            icon={<Icon name="download" />}
          >
            {t("Download CSV")}
          </ButtonLink>
        }
        hrefOf={({ record }) => {
          const [path, operation] = pages[record?.type ?? ""] ?? [];
          return path && operation && may(operation) ? `${base}/${path}/${record?.id}` : undefined;
        }}
        ticketHref={(ticketId) => `${base}/tickets/${ticketId}`}
        format={actor}
      />
      {files}
    </>
  );
}
