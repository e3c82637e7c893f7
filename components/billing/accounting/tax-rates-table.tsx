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
  coming: { tone: "accent", label: "Coming" },
  inForce: { tone: "success", label: "In force" },
  over: { tone: "neutral", label: "Over" },
} as const;

/** Days of the law, the same for every reader. */
const days = { locale: "en-GB", timeZone: "UTC" };

export type TaxRatesTableProps = {
  /** The order of the list and the address of another; without it the list has only its own. */
  order?: SortProps;
  rates: TaxRates;
  end: FormAction;
};

/** Tax rates by country, with from when until when. One without an end can be given one. */
export function TaxRatesTable({ rates: { items, today }, order, end }: TaxRatesTableProps) {
  const columns: Column<Rate>[] = [
    {
      key: "country",
      header: "Country",
      sortable: true,
      cell: ({ country, coverage }) => (
        <>
          {countryName(country, "en-GB")}
          {coverage && <span className="block text-sm text-ink-soft">{coverage}</span>}
        </>
      ),
    },
    { key: "category", header: "Kind", sortable: true, cell: ({ category }) => category },
    { key: "name", header: "Name", sortable: true, cell: ({ name }) => name },
    { key: "rate", header: "Rate", sortable: true, numeric: true, cell: ({ basisPoints }) => `${basisPoints / 100} %` },
    {
      key: "from",
      header: "From",
      sortable: true,
      cell: ({ validFrom }) => <DateTime value={validFrom} format={days} />,
    },
    {
      key: "until",
      header: "Before",
      sortable: true,
      cell: ({ validUntil }) => validUntil && <DateTime value={validUntil} format={days} />,
    },
    {
      key: "state",
      header: "State",
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
      triggerProps={{ size: "sm", "aria-label": `End the ${rate.category} rate of ${country}` }}
      title={`End the ${rate.category} rate of ${country}?`}
      consequences={[
        rate.category === "reduced"
          ? "From that day on the standard rate applies instead, unless another reduced rate begins."
          : "From that day on nothing can be invoiced at this rate. Add the next rate, or one of 0%, before then.",
        "What was invoiced before stays as it is.",
      ]}
      confirmLabel="End it"
      hidden={{ rateId: rate.id }}
      doneMessage="The rate has an end."
    >
      <Field name="until" label="First day without it" required>
        <Input type="date" min={today} defaultValue={today} />
      </Field>
    </ConfirmDialog>
  );
}
