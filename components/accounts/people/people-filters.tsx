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

export function PeopleFilters({ href, filters, byRole }: PeopleFiltersProps) {
  const { q, role, standing } = filters;
  const label = byRole ? t("Search by name or email") : t("Search by name");
  return (
    <FilterBar action={href} resetHref={q || role || standing ? href : undefined} label={t("Filter people")}>
      <FilterSearch label={label} defaultValue={q} />
      {byRole && <FilterSelect name="role" label={t("Role")} options={roles()} value={role} />}
      <FilterSelect name="standing" label={t("Status")} options={standings()} value={standing} />
    </FilterBar>
  );
}

const roles = () => [
  ...Object.entries(customerRoles).map(([value, { name }]) => ({ value, label: t(name) })),
  { value: "none", label: t("Custom") },
];

const standings = () => Object.entries(standingLabels).map(([value, label]) => ({ value, label: t(label) }));
