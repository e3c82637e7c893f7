import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";

export type FilterDateProps = { name: string; label: string; value?: string };

/** One day in a `<FilterBar>`. */
export function FilterDate({ name, label, value }: FilterDateProps) {
  return (
    <label className="inline-flex items-center gap-2">
      <span className="text-ink-soft">{label}</span>
      <input
        key={value}
        type="date"
        name={name}
        defaultValue={value}
        min="2000-01-01"
        max="2199-12-31"
        className={cx(controlClass, "h-8 w-36 px-2.5 pointer-coarse:h-11")}
      />
    </label>
  );
}
