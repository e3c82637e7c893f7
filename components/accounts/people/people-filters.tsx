import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";
import { customerRoles } from "@/lib/policy/roles";
import { standingLabels } from "./standing-mark";

export type PeopleFiltersProps = {
  href: string;
  filters: { q?: string; role?: string; standing?: string };
  /** Only viewers who see roles can filter by them. */
  byRole: boolean;
};

const roles = () => [
  ...Object.entries(customerRoles).map(([value, { name }]) => ({ value, label: t(name) })),
  { value: "none", label: "Custom" },
];
const standings = Object.entries(standingLabels).map(([value, label]) => ({ value, label }));

export function PeopleFilters({ href, filters, byRole }: PeopleFiltersProps) {
  const { q, role, standing } = filters;
  const label = byRole ? "Search by name or email" : "Search by name";
  return (
    <FilterBar action={href} resetHref={q || role || standing ? href : undefined} label="Filter people">
      <FilterSearch label={label} defaultValue={q} />
      {byRole && <FilterSelect name="role" label="Role" options={roles()} value={role} />}
      <FilterSelect name="standing" label="Status" options={standings} value={standing} />
    </FilterBar>
  );
}
