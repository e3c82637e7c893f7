import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { t } from "@/lib/platform/language/t";

export type CandidateSearchProps = {
  /** The page whose candidates are searched, and what for; undefined where all of them are listed. */
  search: { href: string; q: string | undefined } | undefined;
};

/** Finds a new owner by name where there are too many members to choose from. */
export function CandidateSearch({ search }: CandidateSearchProps) {
  return (
    search && (
      <FilterBar action={search.href} resetHref={search.q ? search.href : undefined} label={t("Search members")}>
        <FilterSearch label={t("Member's name")} defaultValue={search.q} />
      </FilterBar>
    )
  );
}
