import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import { outcomeLabels } from "./inbound-words";

type Filters = Readonly<Record<string, string | undefined>>;

const optionsOf = (labels: Record<string, Sentence>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: t(label) }));

/** Filters the list of received email. */
export function InboundFilters({ href, filters }: { href: string; filters: Filters }) {
  const { q, outcome, department } = filters;
  const filtered = Boolean(q || outcome || department);
  return (
    <FilterBar action={href} resetHref={filtered ? href : undefined} label={t("Filter received email")}>
      <FilterSearch label={t("Sender or subject")} defaultValue={q} />
      <FilterSelect name="outcome" label={t("Outcome")} options={optionsOf(outcomeLabels)} value={outcome} />
      <FilterSelect name="department" label={t("Department")} options={optionsOf(departmentNames)} value={department} />
    </FilterBar>
  );
}
