import { ReceiptText } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { CreditNotesTable } from "@/components/billing/credit-notes/credit-notes-table";
import { EmptyState } from "@/components/ui/empty-state";
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

export const metadata = { title: "Credit" };

export default accountPage(async ({ execute, can, base, search, actor }) => {
  const list = await execute(listCreditNotes, fromStrings(listCreditNotes.input, Object.entries(search)));
  const here = `${base}/credit-notes`;
  return (
    <>
      <PageHeader
        title="Credit"
        description="Credit notes take back what was invoiced. What they leave over is kept as credit for the next invoices."
      />
      <BillingTabs base={base} active="/credit-notes" can={can} />
      {list.credit.length > 0 && (
        <StatGrid>
          {list.credit.map((credit) => (
            <Stat
              key={credit.currency}
              label="Account credit"
              value={<Money value={credit} format={actor} />}
              detail="Used for the next invoice"
            />
          ))}
        </StatGrid>
      )}
      <Panel title="Credit notes" flush>
        <CreditNotesTable
          order={sortProps(here, search, { key: "issued", direction: "desc" })}
          notes={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            <EmptyState icon={<ReceiptText />} title="No credit notes">
              When something is taken back from an invoice, its credit note appears here.
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, search, list, ["credit note", "credit notes"])} />
      </Panel>
    </>
  );
});
