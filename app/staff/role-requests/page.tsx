import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { statusWords } from "@/components/accounts/role-requests/request-words";
import { QueueTable } from "@/components/staff/role-requests/queue-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { Tabs } from "@/components/ui/tabs";
import { roleRequestStatus } from "@/lib/accounts/role-requests/schema";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listRoleRequestQueue } from "@/lib/staff/role-requests/list-queue";

export const generateMetadata = (): Metadata => ({ title: t("Role requests") });

/** Those that can be applied come first. */
const shown = ["approved", "waiting", "applied", "refused", "withdrawn", "expired"] as const;

export default personPage(async ({ execute, search }) => {
  const list = await execute(listRoleRequestQueue, fromStrings(listRoleRequestQueue.input, Object.entries(search)));
  const filters = { status: search.status, sort: search.sort, direction: search.direction };
  const status = roleRequestStatus.catch("approved").parse(search.status);
  return (
    <>
      <PageHeader
        title={t("Role requests")}
        description={t("Customers' requests to give people a standard role. Only what was approved can be applied.")}
      />
      <Tabs
        label={t("Status")}
        tabs={shown.map((one) => ({
          label: one === "approved" ? t("To apply") : t(statusWords[one].name),
          href: one === "approved" ? "/staff/role-requests" : `/staff/role-requests?status=${one}`,
          active: one === status,
        }))}
      />
      <Panel flush>
        <QueueTable
          order={sortProps("/staff/role-requests", filters, { key: "at", direction: "asc" })}
          requests={list.items}
          empty={
            <EmptyState icon={<Icon name="inbox" />} title={t("No role requests")}>
              {t("Requests that you record on a customer's account, and those from the portal, appear here.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks("/staff/role-requests", filters, list, [msg("request@@of"), msg("requests@@of")])} />
      </Panel>
    </>
  );
});
