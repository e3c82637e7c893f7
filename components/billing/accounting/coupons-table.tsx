import type { ReactNode } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { Coupons } from "@/lib/billing/accounting/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

type Coupon = Coupons["items"][number];

export type CouponsTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  coupons: Coupon[];
  end: FormAction;
  empty: ReactNode;
  format: ViewerFormat;
};

/** Coupons with their discount and number of redemptions. */
export function CouponsTable({ coupons, order, end, empty, format }: CouponsTableProps) {
  const columns: Column<Coupon>[] = [
    {
      key: "code",
      header: "Code",
      sortable: true,
      cell: ({ code, name }) => (
        <>
          {code}
          <span className="cell-detail">{name}</span>
        </>
      ),
    },
    {
      key: "worth",
      header: "Discount",
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ basisPoints, amount }) =>
        amount ? <Money value={amount} format={format} /> : `${(basisPoints ?? 0) / 100} %`,
    },
    {
      key: "invoices",
      header: "Invoices",
      phoneLabel: "Invoices:",
      sortable: true,
      numeric: true,
      cell: ({ invoices }) => invoices ?? "All",
    },
    {
      key: "uses",
      header: "Redeemed",
      phoneLabel: "Redeemed",
      sortable: true,
      numeric: true,
      cell: ({ uses, maxUses }) => (maxUses === null ? uses : `${uses} of ${maxUses}`),
    },
    {
      key: "until",
      header: "Ends",
      phoneLabel: "Ends",
      sortable: true,
      cell: ({ validUntil }) =>
        validUntil && <DateTime value={validUntil} format={{ locale: format.locale, timeZone: "UTC" }} />,
    },
    {
      key: "state",
      header: "Status",
      phone: "state",
      cell: ({ ended }) => <Status tone={ended ? "neutral" : "success"}>{ended ? "Ended" : "Active"}</Status>,
    },
    {
      key: "end",
      header: "End",
      hideHeader: true,
      cell: ({ id, code, ended }) =>
        !ended && (
          <ConfirmDialog
            id={`end-${id}`}
            action={end}
            trigger="End"
            triggerProps={{ size: "sm", "aria-label": `End ${code}` }}
            title={`End ${code}?`}
            consequences={["It can no longer be redeemed.", "Accounts that have redeemed it get no further discounts."]}
            confirmLabel="End coupon"
            hidden={{ couponId: id }}
            doneMessage="Coupon ended."
          />
        ),
    },
  ];
  return (
    <DataTable {...order} caption="Coupons" columns={columns} rows={coupons} rowKey={({ id }) => id} empty={empty} />
  );
}
