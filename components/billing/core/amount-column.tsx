import type { Column } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { Money as Amount } from "@/lib/platform/kernel/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

/** The last column of a list of payments, refunds or credit notes. */
export const amountColumn = <Row extends { readonly amount: Amount }>(format: ViewerFormat): Column<Row> => ({
  key: "amount",
  header: t("Amount"),
  phone: "amount",
  sortable: true,
  numeric: true,
  cell: ({ amount }) => <Money value={amount} format={format} />,
});
