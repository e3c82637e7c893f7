import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { TaxRates } from "@/lib/billing/accounting/schema";
import { countryName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";

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
  end: FormAction;
};

/** Tax rates by country, with their validity. One without an end date can be ended. */
export function TaxRatesTable({ rates: { items, today }, order, end }: TaxRatesTableProps) {
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
      cell: (rate) => rate.validUntil === null && <EndRate rate={rate} today={today} end={end} />,
    },
  ];
  return <DataTable {...order} caption="Tax rates" columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function EndRate({ rate, today, end }: { rate: Rate; today: string; end: FormAction }) {
  const country = countryName(rate.country, "en-GB");
  return (
    <ConfirmDialog
      id={`end-${rate.id}`}
      action={end}
      trigger="End"
      triggerProps={{ size: "sm", "aria-label": `End the ${rate.category} rate for ${country}` }}
      title={`End the ${rate.category} rate for ${country}?`}
      consequences={[
        rate.category === "reduced"
          ? "From that day the standard rate applies, unless another reduced rate starts."
          : "From that day nothing can be invoiced at this rate. Add the next rate, or a 0% rate, before then.",
        "Invoices already issued don't change.",
      ]}
      confirmLabel="End rate"
      hidden={{ rateId: rate.id }}
      doneMessage="End date saved."
    >
      <Field name="until" label="First day it no longer applies" required>
        <Input type="date" min={today} defaultValue={today} />
      </Field>
    </ConfirmDialog>
  );
}
