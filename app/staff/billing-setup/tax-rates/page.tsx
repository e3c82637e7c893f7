import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { EndRatePanel } from "@/components/billing/accounting/end-rate-panel";
import { SetupTabs } from "@/components/billing/accounting/setup-tabs";
import { TaxRateForm } from "@/components/billing/accounting/tax-rate-form";
import { TaxRatesTable } from "@/components/billing/accounting/tax-rates-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { withParams } from "@/components/ui/with-params";
import { addTaxRate } from "@/lib/billing/accounting/add-tax-rate";
import { endTaxRate } from "@/lib/billing/accounting/end-tax-rate";
import { listTaxRates } from "@/lib/billing/accounting/list-tax-rates";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Tax rates") });

const here = "/staff/billing-setup/tax-rates";

export default personPage(async ({ execute, action, search, actor }) => {
  const rates = await execute(listTaxRates, fromStrings(listTaxRates.input, [...orderIn(search), ...placeIn(search)]));
  const order = { sort: search.sort, direction: search.direction };
  const ending = rates.items.find(({ id, validUntil }) => id === search.end && validUntil === null);
  return (
    <>
      <PageHeader
        title={t("Billing setup")}
        description={t("Rates can't be edited. Add a new rate with a start date, and the previous one ends that day.")}
        actions={
          <ButtonLink href={withParams(here, order, { add: 1 })} icon={<Icon name="plus" />}>
            {t("Add tax rate")}
          </ButtonLink>
        }
      />
      <SetupTabs active="/tax-rates" />
      <div className="grid gap-4">
        {search.done === "ended" && <Callout kind="success" role="status" title={t("End date saved.")} />}
        {search.done === "added" && <Callout kind="success" role="status" title={t("Tax rate added.")} />}
        {search.add !== undefined && (
          <Panel title={t("Add tax rate")} className="max-w-2xl">
            <TaxRateForm
              locale={actor.locale}
              today={rates.today}
              action={action(addTaxRate, `${here}?done=added`)}
              cancelHref={withParams(here, order, {})}
            />
          </Panel>
        )}
        {ending && (
          <EndRatePanel
            locale={actor.locale}
            rate={ending}
            today={rates.today}
            end={action(endTaxRate, `${here}?done=ended`)}
            cancelHref={withParams(here, order, {})}
          />
        )}
        <Panel title={t("Tax rates")} flush>
          <TaxRatesTable
            locale={actor.locale}
            order={sortProps(here, order, { key: "country", direction: "asc" })}
            rates={rates}
            endHref={({ id }) => withParams("", { ...order, page: search.page }, { end: id })}
          />
          <Pagination {...pageLinks(here, order, rates, [msg("tax rate@@of"), msg("tax rates@@of")])} />
        </Panel>
      </div>
    </>
  );
});
