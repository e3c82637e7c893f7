import { personPage } from "@/app/page-context";
import { SetupTabs } from "@/components/billing/accounting/setup-tabs";
import { TaxRateForm } from "@/components/billing/accounting/tax-rate-form";
import { TaxRatesTable } from "@/components/billing/accounting/tax-rates-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orderIn, sortProps } from "@/components/ui/sort-props";
import { addTaxRate } from "@/lib/billing/accounting/add-tax-rate";
import { endTaxRate } from "@/lib/billing/accounting/end-tax-rate";
import { listTaxRates } from "@/lib/billing/accounting/list-tax-rates";
import { fromStrings } from "@/lib/http/from-strings";

export const metadata = { title: "Tax rates" };

export default personPage(async ({ execute, action, search }) => {
  const rates = await execute(listTaxRates, fromStrings(listTaxRates.input, orderIn(search)));
  return (
    <>
      <PageHeader
        title="Billing setup"
        description="Rates are never changed: a new one begins on a day, and the one before it ends there."
      />
      <SetupTabs active="/tax-rates" />
      <div className="grid gap-4">
        <Panel title="Tax rates" flush>
          <TaxRatesTable
            order={sortProps(
              "/staff/billing-setup/tax-rates",
              { sort: search.sort, direction: search.direction },
              { key: "country", direction: "asc" },
            )}
            rates={rates}
            end={action(endTaxRate)}
          />
        </Panel>
        <Panel title="Add a rate" className="max-w-2xl">
          <TaxRateForm today={rates.today} action={action(addTaxRate)} />
        </Panel>
      </div>
    </>
  );
});
