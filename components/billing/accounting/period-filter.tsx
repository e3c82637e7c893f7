import type { ReactNode } from "react";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";
import { t } from "@/lib/platform/language/t";

export type PeriodFilterProps = {
  action: string;
  days: { from: string; to: string };
  filtered: boolean;
  children?: ReactNode;
};

/** Date range, plus any further filters. */
export function PeriodFilter({ action, days, filtered, children }: PeriodFilterProps) {
  return (
    <FilterBar action={action} resetHref={filtered ? action : undefined} label={t("Select period")}>
      <FilterDate name="from" label={t("From")} value={days.from} />
      <FilterDate name="to" label={t("to@@day")} value={days.to} />
      {children}
    </FilterBar>
  );
}
