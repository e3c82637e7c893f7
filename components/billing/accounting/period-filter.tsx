import type { ReactNode } from "react";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";

export type PeriodFilterProps = {
  action: string;
  days: { from: string; to: string };
  filtered: boolean;
  children?: ReactNode;
};

/** Date range, plus any further filters. */
export function PeriodFilter({ action, days, filtered, children }: PeriodFilterProps) {
  return (
    <FilterBar action={action} resetHref={filtered ? action : undefined} label="Select period">
      <FilterDate name="from" label="From" value={days.from} />
      <FilterDate name="to" label="to" value={days.to} />
      {children}
    </FilterBar>
  );
}
