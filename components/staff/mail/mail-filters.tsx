import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { kindLabels, statusLabels } from "./mail-words";

type Filters = Readonly<Record<string, string | undefined>>;

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Filters the email list. All categories are offered; those the viewer may not see return nothing. */
export function MailFilters({ href, filters }: { href: string; filters: Filters }) {
  const { q, kind, status, accountId } = filters;
  const filtered = Boolean(q || kind || status || accountId);
  return (
    <FilterBar action={href} keep={{ accountId }} resetHref={filtered ? href : undefined} label="Filter email">
      <FilterSearch label="Recipient or subject" defaultValue={q} />
      <FilterSelect name="kind" label="Category" options={optionsOf(kindLabels)} value={kind} />
      <FilterSelect name="status" label="Status" options={optionsOf(statusLabels)} value={status} />
    </FilterBar>
  );
}
