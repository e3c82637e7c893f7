import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";

export type DayFiltersProps = { href: string; from: string; to: string; keep?: Record<string, string | undefined> };

/** The date range of a statement or report. */
export function DayFilters({ href, from, to, keep }: DayFiltersProps) {
  return (
    <FilterBar action={href} keep={keep} label="Select period">
      <FilterDate name="from" label="From" value={from} />
      <FilterDate name="to" label="to" value={to} />
    </FilterBar>
  );
}
