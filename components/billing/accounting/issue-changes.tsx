import { Callout } from "@/components/ui/callout";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { IssueChange } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const labels = {
  buyer: msg("Customer"),
  seller: msg("Seller"),
  tax: msg("Tax"),
  discount: msg("Discount"),
  total: msg("Total"),
  dueOn: msg("Due date"),
} as const;

export type IssueChangesProps = { changes: IssueChange[]; format: ViewerFormat };

/** Differences between the draft and the invoice that would be issued. */
export function IssueChanges({ changes, format }: IssueChangesProps) {
  if (changes.length === 0) return null;
  const day = { locale: format.locale, timeZone: "UTC" };
  const written = (what: IssueChange["what"], value: string) =>
    what === "dueOn" ? <DateTime value={`${value}T00:00:00.000Z`} format={day} /> : value;
  const columns: Column<IssueChange>[] = [
    { key: "what", header: t("Changed"), cell: ({ what }) => t(labels[what]) },
    {
      key: "drafted",
      header: t("Draft"),
      phoneLabel: t("Draft:"),
      cell: ({ what, drafted }) => written(what, drafted),
    },
    {
      key: "issued",
      header: t("Invoice"),
      phoneLabel: t("Invoice:"),
      cell: ({ what, issued }) => written(what, issued),
    },
  ];
  return (
    <div className="grid gap-2">
      <Callout kind="warning" title={t("This invoice will differ from the draft")}>
        {t("Tax rates, the customer's details or discounts have changed since it was drafted.")}
      </Callout>
      <DataTable caption={t("Changes since the draft")} columns={columns} rows={changes} rowKey={({ what }) => what} />
    </div>
  );
}
