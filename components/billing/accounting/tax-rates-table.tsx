import { buttonClass } from "@/components/ui/button-class";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { TaxRates } from "@/lib/billing/accounting/schema";
import { countryName } from "@/lib/platform/kernel/countries";

type Rate = TaxRates["items"][number];

const states = {
  coming: { tone: "accent", label: "Scheduled" },
  inForce: { tone: "success", label: "Active" },
  over: { tone: "neutral", label: "Ended" },
} as const;

/** Legal dates are calendar days, the same in every time zone. */
const days = { locale: "en-GB", timeZone: "UTC" };

export type TaxRatesTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  rates: TaxRates;
  /** The address of the form that ends a rate. */
  endHref: (rate: Rate) => string;
};

/** Tax rates by country, with their validity. One without an end date can be ended. */
export function TaxRatesTable({ rates: { items }, order, endHref }: TaxRatesTableProps) {
  const columns: Column<Rate>[] = [
    {
      key: "country",
      header: "Country",
      sortable: true,
      cell: ({ country, coverage }) => (
        <>
          {countryName(country, "en-GB")}
          {coverage && <span className="cell-detail">{coverage}</span>}
        </>
      ),
    },
    { key: "category", header: "Kind", sortable: true, cell: ({ category }) => category },
    { key: "name", header: "Name", sortable: true, cell: ({ name }) => name },
    {
      key: "rate",
      header: "Rate",
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ basisPoints }) => `${basisPoints / 100} %`,
    },
    {
      key: "from",
      header: "Valid from",
      phoneLabel: "from",
      sortable: true,
      cell: ({ validFrom }) => <DateTime value={validFrom} format={days} />,
    },
    {
      key: "until",
      header: "Ends",
      phoneLabel: "ends",
      sortable: true,
      cell: ({ validUntil }) => validUntil && <DateTime value={validUntil} format={days} />,
    },
    {
      key: "state",
      header: "Status",
      phone: "state",
      cell: ({ state }) => <Status tone={states[state].tone}>{states[state].label}</Status>,
    },
    {
      key: "end",
      header: "End",
      hideHeader: true,
      cell: (rate) => rate.validUntil === null && <EndLink rate={rate} href={endHref(rate)} />,
    },
  ];
  // Keys are sent with every row: the end of an id tells sixty rates apart.
  return <DataTable {...order} caption="Tax rates" columns={columns} rows={items} rowKey={({ id }) => id.slice(-12)} />;
}

/** Leads to the form instead of holding it: sixty forms would be three times the page. */
function EndLink({ rate, href }: { rate: Rate; href: string }) {
  return (
    <a
      href={href}
      className={buttonClass("danger-quiet", "sm", "text", "row-act")}
      aria-label={`End the ${rate.category} rate for ${countryName(rate.country, "en-GB")}`}
    >
      End
    </a>
  );
}
