import { ButtonLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Payment = ManagedInvoice["payments"][number];

export type ManagedPaymentsProps = {
  payments: Payment[];
  refundHref: (paymentId: string) => string;
  format: ViewerFormat;
};

/** The invoice's payments that can be refunded. */
export function ManagedPayments({ payments, refundHref, format }: ManagedPaymentsProps) {
  if (payments.length === 0) return null;
  const columns: Column<Payment>[] = [
    { key: "method", header: t("Payment"), cell: ({ method }) => method },
    {
      key: "received",
      header: t("Received"),
      cell: ({ receivedAt }) => <DateTime value={receivedAt} format={format} />,
    },
    {
      key: "left",
      header: t("Refundable"),
      phone: "amount",
      phoneLabel: t("Refundable"),
      numeric: true,
      cell: ({ left }) => <Money value={left} format={format} />,
    },
    {
      key: "refund",
      header: t("Refund"),
      hideHeader: true,
      cell: ({ id }) => (
        <ButtonLink href={refundHref(id)} size="sm">
          {t("Refund@@button")}
        </ButtonLink>
      ),
    },
  ];
  return (
    <Panel title={t("Payments")} flush>
      <DataTable caption={t("Payments")} columns={columns} rows={payments} rowKey={({ id }) => id} />
    </Panel>
  );
}
