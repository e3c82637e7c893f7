import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";

export function GroupFilters({ href, filters: { q, mine } }: { href: string; filters: { q?: string; mine?: string } }) {
  return (
    <FilterBar action={href} resetHref={q || mine ? href : undefined} label={t("Filter groups")}>
      <FilterSearch label={t("Search by name")} defaultValue={q} />
      <FilterSelect
        name="mine"
        label={t("Show")}
        allLabel={t("All groups")}
        options={[{ value: "true", label: t("Groups I joined") }]}
        value={mine}
      />
    </FilterBar>
  );
}
