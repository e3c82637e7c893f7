import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { DatedPrice } from "@/lib/services/catalogue/schema";

export type PriceListProps = {
  productId: string;
  caption: string;
  prices: DatedPrice[];
  end: FormAction;
  format: ViewerFormat;
};

/** Current and former prices of a product or a choice. */
export function PriceList({ productId, caption, prices, end, format }: PriceListProps) {
  const columns: Column<DatedPrice>[] = [
    { key: "price", header: t("Price"), cell: (price) => <Amount price={price} format={format} /> },
    {
      key: "setup",
      header: t("Setup fee"),
      phone: ({ setupMinor }) => (setupMinor > 0 ? "meta" : "hidden"),
      phoneLabel: t("Setup fee:"),
      numeric: true,
      cell: ({ setupMinor, currency }) =>
        setupMinor > 0 ? <Money value={{ amountMinor: setupMinor, currency }} format={format} /> : t("None"),
    },
    {
      key: "since",
      header: t("Since"),
      phoneLabel: t("Since"),
      cell: ({ since }) => <DateTime value={since} format={format} />,
    },
    {
      key: "state",
      header: t("Status"),
      phone: "state",
      cell: ({ endedAt }) => <State endedAt={endedAt} format={format} />,
    },
    {
      key: "end",
      header: t("End@@price"),
      hideHeader: true,
      cell: (price) =>
        price.endedAt === null && (
          <ConfirmDialog
            id={`end-${price.id}`}
            action={end}
            hidden={{ productId, priceId: price.id }}
            trigger={t("End@@price")}
            triggerProps={{
              size: "sm",
              "aria-label": t("End the {currency} price per {interval, select, month {month} other {year}}", {
                currency: price.currency,
                interval: price.term,
              }),
            }}
            title={t("End the {currency} price per {interval, select, month {month} other {year}}?", {
              currency: price.currency,
              interval: price.term,
            })}
            consequences={[t("New orders can't use it any more."), t("Services ordered at this price keep it.")]}
            confirmLabel={t("End price")}
            doneMessage={t("Price ended.")}
          />
        ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={prices}
      rowKey={({ id }) => id}
      empty={<p className="px-4 py-3 text-ink-soft">{t("No prices yet.")}</p>}
    />
  );
}

const Amount = ({ price, format }: { price: DatedPrice; format: ViewerFormat }) => (
  <>
    {rich("{amount} per {interval, select, month {month} other {year}}", {
      amount: <Money value={price} format={format} />,
      interval: price.term,
    })}
  </>
);

const State = ({ endedAt, format }: { endedAt: string | null; format: ViewerFormat }) =>
  endedAt === null ? (
    <Status tone="success">{t("Current@@price")}</Status>
  ) : (
    <span className="text-ink-soft">
      {rich("Ended {date}", { date: <DateTime value={endedAt} format={format} /> })}
    </span>
  );
