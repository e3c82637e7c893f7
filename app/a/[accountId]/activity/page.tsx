import { Activity, Download } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { ActivityFilters } from "@/components/accounts/activity/activity-filters";
import { ActivityTable } from "@/components/accounts/activity/activity-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { withParams } from "@/components/ui/with-params";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listActivityPeople } from "@/lib/accounts/activity/list-activity-people";
import { fromStrings } from "@/lib/http/from-strings";
import type { Permission } from "@/lib/policy/permissions";

export const metadata = { title: "Activity" };

/** The page of each kind of record that the log tells of, and who may open it. */
const pages: Readonly<Record<string, readonly [path: string, permission: Permission]>> = {
  contact: ["people", "people.members.view"],
  invoice: ["invoices", "billing.invoices.view"],
  service: ["services", "services.view"],
  ticket: ["tickets", "support.tickets.view"],
};

export default accountPage(async ({ execute, can, base, account, search, actor }) => {
  const list = await execute(listActivity, fromStrings(listActivity.input, Object.entries(search)));
  const { people } = await execute(listActivityPeople, {});
  const here = `${base}/activity`;
  const { page: _, ...filters } = search;
  const download = withParams(`/api/v1/accounts/${account.id}/activity/export`, filters, {});
  return (
    <>
      <PageHeader
        title="Activity"
        description="Who did what on this account, and what was denied."
        actions={
          can("activity.export") && (
            <ButtonLink href={download} download icon={<Download />}>
              Download CSV
            </ButtonLink>
          )
        }
      />
      <ActivityFilters href={here} filters={search} people={people} />
      <Panel flush>
        <ActivityTable
          order={sortProps(here, search, { key: "when", direction: "desc" })}
          events={list.items}
          targetHref={({ target }) => {
            const [path, permission] = pages[target?.type ?? ""] ?? [];
            return path && permission && can(permission) ? `${base}/${path}/${target?.id}` : undefined;
          }}
          format={actor}
          empty={
            Object.keys(filters).length > 0 ? (
              <EmptyState title="Nothing matches">Change the filters, or clear them to see everything.</EmptyState>
            ) : (
              <EmptyState icon={<Activity />} title="Nothing has happened yet">
                Every change on the account will be here, with the person and the time.
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, ["event", "events"])} />
      </Panel>
    </>
  );
});
