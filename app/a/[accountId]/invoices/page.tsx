import { ReceiptText } from "lucide-react";
import { accountPage } from "@/app/page-entrance";
import { DueSummary } from "@/components/invoices/due-summary";
import { InvoiceFilters } from "@/components/invoices/invoice-filters";
import { InvoicesTable } from "@/components/invoices/invoices-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { withParams } from "@/components/ui/with-params";
import { fromStrings } from "@/lib/entrances/from-strings";
import { listInvoices } from "@/lib/invoices/list-invoices";

export const metadata = { title: "Invoices" };

export default accountPage(async ({ ask, base, search, actor, now }) => {
  const list = await ask(listInvoices, fromStrings(listInvoices.input, Object.entries(search)));
  const here = `${base}/invoices`;
  const filtered = Boolean(search.status || search.year || search.q || search.page);
  return (
    <>
      <PageHeader title="Invoices" />
      <DueSummary due={list.due} hrefOf={(status) => withParams(here, {}, { status })} format={actor} />
      <InvoiceFilters href={here} filters={search} years={list.years} />
      <Panel flush>
        <InvoicesTable
          invoices={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          now={now}
          format={actor}
          sort={{ key: search.sort ?? "issued", direction: search.direction === "asc" ? "asc" : "desc" }}
          sortHref={({ key, direction }) => withParams(here, search, { sort: key, direction, page: undefined })}
          empty={
            filtered ? (
              <EmptyState title="No invoice matches">Change the filters, or clear them to see all invoices.</EmptyState>
            ) : (
              <EmptyState icon={<ReceiptText />} title="No invoices yet">
                The first one appears here when it is issued, and goes by mail to those who receive invoices.
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, ["invoice", "invoices"])} />
      </Panel>
    </>
  );
});
