import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";
import { stateWords } from "./decision-words";

export type DecisionFiltersProps = { href: string; filters: { q?: string; state?: string } };

export function DecisionFilters({ href, filters: { q, state } }: DecisionFiltersProps) {
  return (
    <FilterBar action={href} resetHref={q || state ? href : undefined} label={t("Filter decisions")}>
      <FilterSearch label={t("Search title or number")} defaultValue={q} />
      <FilterSelect
        name="state"
        label={t("Status")}
        options={Object.entries(stateWords).map(([value, label]) => ({ value, label: t(label) }))}
        value={state}
      />
    </FilterBar>
  );
}
