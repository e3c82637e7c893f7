import { Callout } from "@/components/ui/callout";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { IssueChange } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

const labels = {
  buyer: "Customer",
  seller: "Seller",
  tax: "Tax",
  discount: "Discount",
  total: "Total",
  dueOn: "Due date",
} as const;

export type IssueChangesProps = { changes: IssueChange[]; format: ViewerFormat };

/** Differences between the draft and the invoice that would be issued. */
export function IssueChanges({ changes, format }: IssueChangesProps) {
  if (changes.length === 0) return null;
  const day = { locale: format.locale, timeZone: "UTC" };
  const written = (what: IssueChange["what"], value: string) =>
    what === "dueOn" ? <DateTime value={`${value}T00:00:00.000Z`} format={day} /> : value;
  const columns: Column<IssueChange>[] = [
    { key: "what", header: "Changed", cell: ({ what }) => labels[what] },
    { key: "drafted", header: "Draft", phoneLabel: "Draft:", cell: ({ what, drafted }) => written(what, drafted) },
    { key: "issued", header: "Invoice", phoneLabel: "Invoice:", cell: ({ what, issued }) => written(what, issued) },
  ];
  return (
    <div className="grid gap-2">
      <Callout kind="warning" title="This invoice will differ from the draft">
        Tax rates, the customer's details or discounts have changed since it was drafted.
      </Callout>
      <DataTable caption="Changes since the draft" columns={columns} rows={changes} rowKey={({ what }) => what} />
    </div>
  );
}
