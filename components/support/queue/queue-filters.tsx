import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";

export type QueueFiltersProps = {
  href: string;
  filters: { view?: string; q?: string; department?: string; tagId?: string };
  tags: { id: string; name: string }[];
};

export function QueueFilters({ href, filters, tags }: QueueFiltersProps) {
  const { view, q, department, tagId } = filters;
  const filtered = Boolean(q || department || tagId);
  return (
    <FilterBar
      action={href}
      keep={{ view }}
      resetHref={filtered ? (view ? `${href}?view=${view}` : href) : undefined}
      label={t("Filter tickets")}
    >
      <FilterSearch label={t("Search all tickets")} defaultValue={q} />
      <FilterSelect
        name="department"
        label={t("Department")}
        options={Object.entries(departmentNames).map(([value, label]) => ({ value, label: t(label) }))}
        value={department}
      />
      {tags.length > 0 && (
        <FilterSelect
          name="tagId"
          label={t("Tag")}
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
          value={tagId}
        />
      )}
    </FilterBar>
  );
}
