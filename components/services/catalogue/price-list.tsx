import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
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
    { key: "price", header: "Price", cell: (price) => <Amount price={price} format={format} /> },
    {
      key: "setup",
      header: "Setup fee",
      phone: ({ setupMinor }) => (setupMinor > 0 ? "meta" : "hidden"),
      phoneLabel: "Setup fee:",
      numeric: true,
      cell: ({ setupMinor, currency }) =>
        setupMinor > 0 ? <Money value={{ amountMinor: setupMinor, currency }} format={format} /> : "None",
    },
    {
      key: "since",
      header: "Since",
      phoneLabel: "Since",
      cell: ({ since }) => <DateTime value={since} format={format} />,
    },
    {
      key: "state",
      header: "Status",
      phone: "state",
      cell: ({ endedAt }) => <State endedAt={endedAt} format={format} />,
    },
    {
      key: "end",
      header: "End",
      hideHeader: true,
      cell: (price) =>
        price.endedAt === null && (
          <ConfirmDialog
            id={`end-${price.id}`}
            action={end}
            hidden={{ productId, priceId: price.id }}
            trigger="End"
            triggerProps={{ size: "sm", "aria-label": `End the ${price.currency} price per ${price.term}` }}
            title={`End the ${price.currency} price per ${price.term}?`}
            consequences={["New orders can't use it any more.", "Services ordered at this price keep it."]}
            confirmLabel="End price"
            doneMessage="Price ended."
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
      empty={<p className="px-4 py-3 text-ink-soft">No prices yet.</p>}
    />
  );
}

const Amount = ({ price, format }: { price: DatedPrice; format: ViewerFormat }) => (
  <>
    <Money value={price} format={format} /> per {price.term}
  </>
);

const State = ({ endedAt, format }: { endedAt: string | null; format: ViewerFormat }) =>
  endedAt === null ? (
    <Status tone="success">Current</Status>
  ) : (
    <span className="text-ink-soft">
      Ended <DateTime value={endedAt} format={format} />
    </span>
  );
