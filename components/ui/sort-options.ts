import type { SelectOption } from "@/components/ui/select";
import type { Sort } from "@/components/ui/sort";
import { t } from "@/lib/platform/language/t";

/**
 * The choices of "Sort by". A list's usual order may be by something that has no column, such as the time of creation:
 * without a choice of its own, the first column would look chosen.
 */
export const sortOptions = (columns: readonly SelectOption[], { key }: Pick<Sort, "key">): SelectOption[] =>
  columns.some(({ value }) => value === key) ? [...columns] : [{ value: key, label: t("Default") }, ...columns];
