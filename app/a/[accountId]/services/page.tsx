import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ServiceFilters } from "@/components/services/services/service-filters";
import { ServicesTable } from "@/components/services/services/services-table";
import { ButtonLink } from "@/components/ui/button-link";
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
import { listProducts } from "@/lib/services/catalogue/list-products";
import { listServices } from "@/lib/services/services/list-services";

export const generateMetadata = (): Metadata => ({ title: t("Services") });

export default accountPage(async ({ execute, may, base, search, actor }) => {
  const list = await execute(listServices, fromStrings(listServices.input, Object.entries(search)));
  const here = `${base}/services`;
  const order = may(listProducts) && (
    <ButtonLink href={`${here}/order`} variant="primary" icon={<Icon name="plus" />}>
      {t("Order service")}
    </ButtonLink>
  );
  const filtered = Boolean(search.status || search.family || search.q || search.page);
  return (
    <>
      <PageHeader title={t("Services")} actions={order} />
      <ServiceFilters href={here} filters={search} families={list.families} />
      <Panel flush>
        <ServicesTable
          order={sortProps(here, search, { key: "status", direction: "asc" })}
          services={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            filtered ? (
              <EmptyState title={t("No matching services")}>
                {t("Change or clear the filters to see all services.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="server" />} title={t("No services yet")} actions={order}>
                {order
                  ? t("Order your first service and it will appear here.")
                  : t("The account owner can order services.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("service@@of"), msg("services@@of")])} />
      </Panel>
    </>
  );
});
