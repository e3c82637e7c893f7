import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { ActivityFilters } from "@/components/accounts/activity/activity-filters";
import { ActivityTable } from "@/components/accounts/activity/activity-table";
import { KeptNote } from "@/components/accounts/retention/kept-note";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { withParams } from "@/components/ui/with-params";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listActivityPeople } from "@/lib/accounts/activity/list-activity-people";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { viewKept } from "@/lib/accounts/retention/view-kept";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { offeredAreas } from "@/lib/platform/operations/offered-permissions";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { viewService } from "@/lib/services/services/view-service";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { viewAction } from "@/lib/workspace/actions/view-action";

export const generateMetadata = (): Metadata => ({ title: t("Activity") });

/** The page of each kind of record in the log, and the operation that opens it. */
const pages: Readonly<Record<string, readonly [path: string, operation: AnyOperation]>> = {
  action: ["actions", viewAction],
  contact: ["people", viewPerson],
  invoice: ["invoices", viewInvoice],
  service: ["services", viewService],
  ticket: ["tickets", viewTicket],
};

export default accountPage(async (context) => {
  const { execute, may, base, account, search, actor } = context;
  const here = `${base}/activity`;
  const { page: _page, cursor: _cursor, ...filters } = search;
  const download = withParams(`/api/v1/accounts/${account.id}/activity/export`, filters, {});
  const [list, { people, hasMore }, kept, files] = await Promise.all([
    execute(listActivity, fromStrings(listActivity.input, Object.entries(search))),
    execute(listActivityPeople, {}),
    execute(viewKept, {}),
    preparedFiles(context, account.id, [{ label: t("Prepare CSV"), operation: exportActivity, input: filters }]),
  ]);
  return (
    <>
      <PageHeader
        title={t("Activity")}
        description={t("Audit log of changes and denied attempts")}
        actions={
          may(exportActivity) && (
            <ButtonLink href={download} download icon={<Icon name="download" />}>
              {t("Download CSV")}
            </ButtonLink>
          )
        }
      />
      <ActivityFilters href={here} filters={search} people={hasMore ? null : people} areas={offeredAreas()} />
      <Panel flush>
        <ActivityTable
          order={sortProps(here, search, { key: "when", direction: "desc" })}
          events={list.items}
          targetHref={({ target }) => {
            const [path, operation] = pages[target?.type ?? ""] ?? [];
            return path && operation && may(operation) ? `${base}/${path}/${target?.id}` : undefined;
          }}
          format={actor}
          empty={
            Object.keys(filters).length > 0 ? (
              <EmptyState title={t("No matching events")}>{t("Change or clear the filters.")}</EmptyState>
            ) : (
              <EmptyState icon={<Icon name="activity" />} title={t("No activity yet")}>
                {t("Changes and denied attempts on this account appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("event@@of"), msg("events@@of")])} />
      </Panel>
      <KeptNote kept={kept} />
      {files}
    </>
  );
});
