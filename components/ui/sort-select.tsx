import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import type { SelectOption } from "@/components/ui/select";
import type { Sort } from "@/components/ui/sort";
import { sortOptions } from "@/components/ui/sort-options";
import { t } from "@/lib/platform/language/t";

type SortSelectProps = { caption: string; columns: SelectOption[]; sort: Sort; sortHref: (sort: Sort) => string };

const directions = () => [
  { value: "asc", label: t("Ascending") },
  { value: "desc", label: t("Descending") },
];

/** A phone shows no column headers to sort by: the same choice as two selects. */
export function SortSelect({ caption, columns, sort, sortHref }: SortSelectProps) {
  const [action = "", query] = sortHref(sort).split("?");
  const { sort: _sort, direction: _direction, ...keep } = Object.fromEntries(new URLSearchParams(query));
  return (
    <div className="data-table-sort">
      <FilterBar action={action} keep={keep} label={t("Sort: {caption}", { caption })} sorts>
        <FilterSelect name="sort" label={t("Sort by")} options={sortOptions(columns, sort)} value={sort.key} required />
        <FilterSelect name="direction" label={t("Order")} options={directions()} value={sort.direction} required />
      </FilterBar>
    </div>
  );
}
