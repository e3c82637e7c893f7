import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { legalDates } from "./legal-dates";
import { rateInWords } from "./rate-in-words";

type Line = InvoiceDetail["lines"][number];

export type InvoiceLinesProps = {
  invoice: Pick<InvoiceDetail, "lines" | "taxMode">;
  serviceHref: (serviceId: string) => string;
  format: ViewerFormat;
};

export function InvoiceLines({ invoice: { lines, taxMode }, serviceHref, format }: InvoiceLinesProps) {
  const columns: Column<Line>[] = [
    {
      key: "description",
      header: t("Description"),
      cell: (line) => <Description {...{ line, serviceHref, format }} />,
    },
    { key: "quantity", header: t("Quantity"), phoneLabel: t("Qty"), numeric: true, cell: ({ quantity }) => quantity },
    {
      key: "unit",
      header: t("Unit price"),
      phoneLabel: t("at@@price"),
      numeric: true,
      cell: ({ unit }) => <Money value={unit} format={format} />,
    },
    {
      key: "tax",
      header: t("VAT"),
      phoneLabel: t("VAT"),
      numeric: true,
      cell: ({ taxBasisPoints }) => rateInWords(taxBasisPoints, format.locale),
    },
    {
      key: "amount",
      phone: "amount",
      header: taxMode === "inclusive" ? t("Amount incl. VAT") : t("Amount"),
      numeric: true,
      cell: ({ total }) => <Money value={total} format={format} />,
    },
  ];
  return <DataTable caption={t("Invoice lines")} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}

function Description({ line, serviceHref, format }: Omit<InvoiceLinesProps, "invoice"> & { line: Line }) {
  const { description, serviceId, periodStart, periodEnd, discount } = line;
  return (
    <>
      {serviceId ? <TextLink href={serviceHref(serviceId)}>{description}</TextLink> : description}
      {periodStart && periodEnd && (
        <span className="block text-sm text-ink-soft">
          <DateTime value={periodStart} format={legalDates(format)} />
          {" – "}
          <DateTime value={periodEnd} format={legalDates(format)} />
        </span>
      )}
      {discount.amountMinor > 0 && (
        <span className="block text-sm text-ink-soft">
          {rich("Discount {amount}", { amount: <Money value={discount} format={format} /> })}
        </span>
      )}
    </>
  );
}
