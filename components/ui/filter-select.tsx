import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { SelectOption } from "@/components/ui/select";
import { t } from "@/lib/platform/language/t";

export type FilterSelectProps = {
  name: string;
  label: string;
  options: SelectOption[];
  /** Label of the option without a filter. */
  allLabel?: string;
  value?: string;
  /** There is no option without a filter. */
  required?: boolean;
};

/** A select in a `<FilterBar>`; highlighted while it filters. */
export function FilterSelect({
  name,
  label,
  options,
  allLabel = t("All"),
  value = "",
  required = false,
}: FilterSelectProps) {
  return (
    <label
      className={cx(
        "filter-select",
        value && !required ? "border-accent bg-accent-soft text-accent-text" : "filter-select-off",
      )}
    >
      <span className={value && !required ? "" : "text-ink-soft"}>{label}:</span>
      <select key={value} name={name} defaultValue={value} className="filter-choice">
        {!required && <option value="">{allLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="filter-arrow" />
    </label>
  );
}
