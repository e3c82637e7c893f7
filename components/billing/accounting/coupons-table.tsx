import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { type AskedConfirm, RowConfirm } from "@/components/ui/row-confirm";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { Coupons } from "@/lib/billing/accounting/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Coupon = Coupons["items"][number];

export type CouponsTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  coupons: Coupon[];
  end: FormAction;
  asked: AskedConfirm;
  empty: ReactNode;
  format: ViewerFormat;
};

/** Coupons with their discount and number of redemptions. */
export function CouponsTable({ coupons, order, end, asked, empty, format }: CouponsTableProps) {
  const columns: Column<Coupon>[] = [
    {
      key: "code",
      header: t("Code"),
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
      header: t("Discount"),
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ basisPoints, amount }) =>
        amount ? (
          <Money value={amount} format={format} />
        ) : (
          `${((basisPoints ?? 0) / 100).toLocaleString(format.locale)} %`
        ),
    },
    {
      key: "invoices",
      header: t("Invoices"),
      phoneLabel: t("Invoices:"),
      sortable: true,
      numeric: true,
      cell: ({ invoices }) => invoices ?? t("All"),
    },
    {
      key: "uses",
      header: t("Redeemed"),
      phoneLabel: t("Redeemed"),
      sortable: true,
      numeric: true,
      cell: ({ uses, maxUses }) => (maxUses === null ? uses : t("{uses} of {maxUses}", { uses, maxUses })),
    },
    {
      key: "until",
      header: t("Ends"),
      phoneLabel: t("Ends"),
      sortable: true,
      cell: ({ validUntil }) =>
        validUntil && <DateTime value={validUntil} format={{ locale: format.locale, timeZone: "UTC" }} />,
    },
    {
      key: "state",
      header: t("Status"),
      phone: "state",
      cell: ({ ended }) => <Status tone={ended ? "neutral" : "success"}>{ended ? t("Ended") : t("Active")}</Status>,
    },
    {
      key: "end",
      header: t("End@@stop"),
      hideHeader: true,
      cell: ({ id, code, ended }) =>
        !ended && (
          <RowConfirm
            asked={asked}
            id={`end-${id}`}
            action={end}
            trigger={t("End@@stop")}
            label={t("End {code}", { code })}
            size="sm"
            title={t("End {code}?", { code })}
            consequences={[
              t("It can no longer be redeemed."),
              t("Accounts that have redeemed it get no further discounts."),
            ]}
            confirmLabel={t("End coupon")}
            hidden={{ couponId: id }}
            doneMessage={t("Coupon ended.")}
          />
        ),
    },
  ];
  return (
    <DataTable
      {...order}
      caption={t("Coupons")}
      columns={columns}
      rows={coupons}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}
