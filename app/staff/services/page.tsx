import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { SetUpTable } from "@/components/services/services/set-up-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listServicesToSetUp } from "@/lib/services/services/list-services-to-set-up";

export const generateMetadata = (): Metadata => ({ title: t("Setup queue") });

export default personPage(async ({ execute, search, actor }) => {
  const list = await execute(listServicesToSetUp, fromStrings(listServicesToSetUp.input, Object.entries(search)));
  return (
    <>
      <PageHeader
        title={t("Setup queue")}
        description={t("Paid services that aren't set up yet, oldest first. Customers see them as “Setting up”.")}
      />
      <Panel flush>
        <SetUpTable
          order={sortProps("/staff/services", search, { key: "paid", direction: "asc" })}
          services={list.items}
          format={actor}
          empty={
            <EmptyState
              icon={<Icon name="circle-check" className="text-success-text" />}
              title={t("Nothing to set up")}
            >
              {t("Services appear here once their order is paid.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks("/staff/services", search, list, [msg("service@@of"), msg("services@@of")])} />
      </Panel>
    </>
  );
});
