import type { Metadata } from "next";
import { billingOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { CreditNotesTable } from "@/components/billing/credit-notes/credit-notes-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import { listCreditNotes } from "@/lib/billing/credit-notes/list-credit-notes";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Account credit") });

export default accountPage(async ({ execute, may, base, search, actor }) => {
  const list = await execute(listCreditNotes, fromStrings(listCreditNotes.input, Object.entries(search)));
  const here = `${base}/credit-notes`;
  return (
    <>
      <PageHeader
        title={t("Account credit")}
        description={t("Credit notes reduce an invoice. Any excess becomes account credit for future invoices.")}
      />
      <BillingTabs base={base} active="/credit-notes" opens={(path) => may(billingOperations[path])} />
      {list.credit.length > 0 && (
        <StatGrid>
          {list.credit.map((credit) => (
            <Stat
              key={credit.currency}
              label={t("Account credit")}
              value={<Money value={credit} format={actor} />}
              detail={t("Applied to your next invoice")}
            />
          ))}
        </StatGrid>
      )}
      <Panel title={t("Credit notes")} flush>
        <CreditNotesTable
          order={sortProps(here, search, { key: "issued", direction: "desc" })}
          notes={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="receipt-text" />} title={t("No credit notes yet")}>
              {t("Credit notes issued for your invoices appear here.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("credit note@@of"), msg("credit notes@@of")])} />
      </Panel>
    </>
  );
});
