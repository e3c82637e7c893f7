import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";
import { t } from "@/lib/platform/language/t";

export type DayFiltersProps = { href: string; from: string; to: string; keep?: Record<string, string | undefined> };

/** The date range of a statement or report. */
export function DayFilters({ href, from, to, keep }: DayFiltersProps) {
  return (
    <FilterBar action={href} keep={keep} label={t("Select period")}>
      <FilterDate name="from" label={t("From")} value={from} />
      <FilterDate name="to" label={t("to@@day")} value={to} />
    </FilterBar>
  );
}
