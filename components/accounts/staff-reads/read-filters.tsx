import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";

interface ReadFiltersProps {
  readonly href: string;
  readonly filters: { person?: string; changes?: string; from?: string; to?: string };
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly filtered: boolean;
}

export function ReadFilters({ href, filters: { person, changes, from, to }, staff, filtered }: ReadFiltersProps) {
  return (
    <FilterBar action={href} resetHref={filtered ? href : undefined} label={t("Filter what our staff opened")}>
      <FilterSelect
        name="person"
        label={t("Staff member")}
        allLabel={t("Everyone")}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
      />
      <FilterSelect
        name="changes"
        label={t("Kind")}
        options={[
          { value: "read", label: t("Only seen") },
          { value: "changed", label: t("Changes") },
        ]}
        value={changes}
      />
      <FilterDate name="from" label={t("From@@date")} value={from} />
      <FilterDate name="to" label={t("To@@date")} value={to} />
    </FilterBar>
  );
}
