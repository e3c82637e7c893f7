import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";
import { standingLabels } from "./invoice-standing";

export type InvoiceFiltersProps = {
  href: string;
  filters: { status?: string; year?: string; q?: string; sort?: string; direction?: string };
  years: number[];
};

const statuses = () => [
  { value: "unpaid", label: t("Unpaid") },
  ...(["open", "overdue", "paid", "void", "uncollectible"] as const).map((value) => ({
    value,
    label: t(standingLabels[value]),
  })),
];

export function InvoiceFilters({ href, filters, years }: InvoiceFiltersProps) {
  const { status, year, q, sort, direction } = filters;
  return (
    <FilterBar
      action={href}
      keep={{ sort, direction }}
      resetHref={status || year || q ? href : undefined}
      label={t("Filter invoices")}
    >
      <FilterSearch label={t("Search by number")} defaultValue={q} />
      <FilterSelect name="status" label={t("Status")} options={statuses()} value={status} />
      <FilterSelect
        name="year"
        label={t("Year")}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        value={year}
      />
    </FilterBar>
  );
}
