import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { Refundable } from "@/lib/billing/payments/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { RefundState } from "./refund-state";

type Refund = Refundable["refunds"][number];

/** The refunds of a payment so far. */
export function RefundsTable({ refunds, format }: { refunds: Refund[]; format: ViewerFormat }) {
  if (refunds.length === 0) return null;
  const columns: Column<Refund>[] = [
    { key: "reason", header: t("Reason"), cell: ({ reason }) => reason },
    { key: "state", header: t("Status"), phone: "state", cell: ({ status }) => <RefundState status={status} /> },
    { key: "at", header: t("Date"), cell: ({ createdAt }) => <DateTime value={createdAt} format={format} /> },
    {
      key: "amount",
      header: t("Amount"),
      phone: "amount",
      numeric: true,
      cell: ({ amount }) => <Money value={amount} format={format} />,
    },
  ];
  return (
    <Panel title={t("Refunds")} flush>
      <DataTable caption={t("Refunds")} columns={columns} rows={refunds} rowKey={({ id }) => id} />
    </Panel>
  );
}
