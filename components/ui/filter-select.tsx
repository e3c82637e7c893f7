import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { SelectOption } from "@/components/ui/select";

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
  allLabel = "All",
  value = "",
  required = false,
}: FilterSelectProps) {
  return (
    <label
      className={cx(
        "relative inline-flex h-8 min-w-0 items-center rounded-md border ps-2.5 pointer-coarse:h-11",
        "has-focus-visible:outline-2 has-focus-visible:outline-focus",
        value && !required
          ? "border-accent bg-accent-soft text-accent-text"
          : "border-control bg-surface text-ink hover:border-ink-faint",
      )}
    >
      <span className={value && !required ? "" : "text-ink-soft"}>{label}:</span>
      <select
        key={value}
        name={name}
        defaultValue={value}
        className="field-sizing-content h-full max-w-48 min-w-0 cursor-pointer appearance-none truncate rounded-md bg-transparent ps-1 pe-7 font-medium outline-none"
      >
        {!required && <option value="">{allLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="pointer-events-none absolute end-2 size-4 opacity-80" />
    </label>
  );
}
