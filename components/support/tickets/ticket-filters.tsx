import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import { statusWords } from "./ticket-words";

export type TicketFiltersProps = {
  href: string;
  filters: { q?: string; status?: string; department?: string; serviceId?: string };
  /** The services to choose from; no filter if there are none. */
  services: { id: string; name: string }[];
};

const optionsOf = (words: Record<string, Sentence>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: t(label) }));

export function TicketFilters({ href, filters, services }: TicketFiltersProps) {
  const { q, status, department, serviceId } = filters;
  const filtered = Boolean(q || status || department || serviceId);
  return (
    <FilterBar action={href} resetHref={filtered ? href : undefined} label={t("Filter tickets")}>
      <FilterSearch label={t("Search subject, message or number")} defaultValue={q} />
      <FilterSelect name="status" label={t("Status")} options={optionsOf(statusWords)} value={status} />
      <FilterSelect name="department" label={t("Department")} options={optionsOf(departmentNames)} value={department} />
      {services.length > 0 && (
        <FilterSelect
          name="serviceId"
          label={t("Service")}
          options={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={serviceId}
        />
      )}
    </FilterBar>
  );
}
