import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";
import { statusLabels } from "./service-state";

export type ServiceFiltersProps = {
  href: string;
  filters: { status?: string; family?: string; q?: string };
  families: string[];
};

const statuses = () => Object.entries(statusLabels).map(([value, label]) => ({ value, label: t(label) }));

export function ServiceFilters({ href, filters, families }: ServiceFiltersProps) {
  const { status, family, q } = filters;
  return (
    <FilterBar action={href} resetHref={status || family || q ? href : undefined} label={t("Filter services")}>
      <FilterSearch label={t("Search by name or product")} defaultValue={q} />
      <FilterSelect name="status" label={t("Status")} options={statuses()} value={status} />
      <FilterSelect
        name="family"
        label={t("Category")}
        options={families.map((value) => ({ value, label: value }))}
        value={family}
      />
    </FilterBar>
  );
}
