import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";

type Filters = { q?: string; state?: string };

export function ThreadFilters({ href, filters: { q, state } }: { href: string; filters: Filters }) {
  return (
    <FilterBar action={href} resetHref={q || state ? href : undefined} label={t("Filter threads")}>
      <FilterSearch label={t("Search by title")} defaultValue={q} />
      <FilterSelect
        name="state"
        label={t("Status")}
        options={[
          { value: "open", label: t("Open@@thread") },
          { value: "closed", label: t("Closed@@thread") },
        ]}
        value={state}
      />
    </FilterBar>
  );
}
