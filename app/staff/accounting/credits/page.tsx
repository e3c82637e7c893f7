import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { HeldCreditsTable } from "@/components/billing/accounting/held-credits-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import { listHeldCredits } from "@/lib/billing/accounting/list-held-credits";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Account credit") });

const here = "/staff/accounting/credits";

export default personPage(async ({ execute, search, actor }) => {
  const asked = [...orderIn(search), ...placeIn(search)];
  const order = { sort: search.sort, direction: search.direction };
  const list = await execute(listHeldCredits, fromStrings(listHeldCredits.input, asked));
  return (
    <>
      <PageHeader title={t("Account credit")} description={t("Customer credit not yet applied to an invoice.")} />
      <AccountingTabs active="/credits" />
      <StatGrid>
        {list.totals.map((total) => (
          <Stat
            key={total.currency}
            label={t("In {currency}", { currency: total.currency })}
            value={<Money value={total} format={actor} />}
          />
        ))}
      </StatGrid>
      <Panel flush>
        <HeldCreditsTable
          order={sortProps(here, order, { key: "credit", direction: "desc" })}
          rows={list.items}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="piggy-bank" />} title={t("No account has credit")}>
              {t("Credit comes from credit notes on paid invoices, overpayments and goodwill grants.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, order, list, [msg("account@@of"), msg("accounts@@of")])} />
      </Panel>
    </>
  );
});
