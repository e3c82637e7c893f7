import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { markup } from "@/components/ui/markup";
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
  const all = required ? options : [{ value: "", label: allLabel }, ...options];
  return (
    <label
      className={cx(
        "filter-select",
        value && !required ? "border-accent bg-accent-soft text-accent-text" : "filter-select-off",
      )}
    >
      <span className={value && !required ? "" : "text-ink-soft"}>{label}:</span>
      <select
        key={value}
        name={name}
        className="filter-choice"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes what it is given
        dangerouslySetInnerHTML={{ __html: markup(all.map((option) => optionOf(option, value))) ?? "" }}
      />
      <Icon name="chevron-down" className="filter-arrow" />
    </label>
  );
}

const optionOf = (option: SelectOption, chosen: string) => (
  <option key={option.value} value={option.value} selected={option.value === chosen}>
    {option.label}
  </option>
);
