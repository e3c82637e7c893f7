import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";

export type DayFiltersProps = { href: string; from: string; to: string; keep?: Record<string, string | undefined> };

/** The days that a statement or a report is about. */
export function DayFilters({ href, from, to, keep }: DayFiltersProps) {
  return (
    <FilterBar action={href} keep={keep} label="Choose the time">
      <FilterDate name="from" label="From" value={from} />
      <FilterDate name="to" label="to" value={to} />
    </FilterBar>
  );
}
