import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { kindLabels, statusLabels } from "./mail-words";

type Filters = Readonly<Record<string, string | undefined>>;

const optionsOf = (labels: Record<string, Sentence>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: t(label) }));

/** Filters the email list. All categories are offered; those the viewer may not see return nothing. */
export function MailFilters({ href, filters }: { href: string; filters: Filters }) {
  const { q, kind, status, accountId } = filters;
  const filtered = Boolean(q || kind || status || accountId);
  return (
    <FilterBar action={href} keep={{ accountId }} resetHref={filtered ? href : undefined} label={t("Filter email")}>
      <FilterSearch label={t("Recipient or subject")} defaultValue={q} />
      <FilterSelect name="kind" label={t("Category")} options={optionsOf(kindLabels)} value={kind} />
      <FilterSelect name="status" label={t("Status")} options={optionsOf(statusLabels)} value={status} />
    </FilterBar>
  );
}
