import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { statusNames } from "@/lib/workspace/actions/schema";

export type ActionFiltersProps = {
  href: string;
  filters: { q?: string; status?: string; due?: string; assignee?: string };
  /** The people to choose from; none for those who see only what is assigned to them. */
  people: readonly { id: string; name: string }[];
};

const dues = { overdue: msg("Overdue"), week: msg("Next 7 days"), none: msg("No due date") };

export function ActionFilters({ href, filters, people }: ActionFiltersProps) {
  const { q, status, due, assignee } = filters;
  const filtered = Boolean(q || status || due || assignee);
  return (
    <FilterBar action={href} resetHref={filtered ? href : undefined} label={t("Filter actions")}>
      <FilterSearch label={t("Search title, details or number")} defaultValue={q} />
      <FilterSelect
        name="status"
        label={t("Status")}
        options={[
          { value: "open", label: t("To do") },
          ...Object.entries(statusNames).map(([value, label]) => ({ value, label: t(label) })),
        ]}
        value={status}
      />
      <FilterSelect
        name="due"
        label={t("Due")}
        options={Object.entries(dues).map(([value, label]) => ({ value, label: t(label) }))}
        value={due}
      />
      {people.length > 0 && (
        <FilterSelect
          name="assignee"
          label={t("Assignee")}
          options={[
            { value: "me", label: t("Me@@assignee") },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={assignee}
        />
      )}
    </FilterBar>
  );
}
