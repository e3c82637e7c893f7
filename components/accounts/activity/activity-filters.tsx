import { FilterBar } from "@/components/ui/filter-bar";
import { FilterDate } from "@/components/ui/filter-date";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { t } from "@/lib/platform/language/t";
import { areaName } from "@/lib/policy/areas";
import type { Area } from "@/lib/policy/permissions";

export type ActivityFiltersProps = {
  href: string;
  filters: {
    person?: string;
    name?: string;
    outcome?: string;
    area?: string;
    operation?: string;
    from?: string;
    to?: string;
  };
  /** Null where there are too many to choose from: then a name is typed. */
  people: { id: string; name: string; removed: boolean }[] | null;
  /** The areas that are in use. */
  areas: readonly Area[];
};

/** Areas whose events belong to no account never appear in its log. */
const outside: readonly Area[] = ["notices", "staff", "profile"];

export function ActivityFilters({ href, filters, people, areas }: ActivityFiltersProps) {
  const { person, name, outcome, area, operation, from, to } = filters;
  const filtered = Boolean(person || name || outcome || area || operation || from || to);
  return (
    <FilterBar
      action={href}
      keep={{ operation }}
      resetHref={filtered ? href : undefined}
      label={t("Filter the activity log")}
    >
      {people === null && <FilterSearch name="name" label={t("Person's name")} defaultValue={name} />}
      <FilterSelect
        name="person"
        label={t("Person")}
        allLabel={t("Everyone")}
        options={[
          ...(people ?? []).map(({ id, name, removed }) => ({
            value: id,
            label: removed ? t("{name} (removed)", { name }) : name,
          })),
          { value: "staff", label: t("Staff") },
        ]}
        value={person}
      />
      <FilterSelect
        name="outcome"
        label={t("Outcome")}
        options={[
          { value: "done", label: t("Done") },
          { value: "denied", label: t("Denied@@attempt") },
        ]}
        value={outcome}
      />
      <FilterSelect
        name="area"
        label={t("Area")}
        options={areas.filter((area) => !outside.includes(area)).map((value) => ({ value, label: areaName(value) }))}
        value={area}
      />
      <FilterDate name="from" label={t("From@@date")} value={from} />
      <FilterDate name="to" label={t("To@@date")} value={to} />
    </FilterBar>
  );
}
