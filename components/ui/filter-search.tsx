import { Search } from "lucide-react";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";

export type FilterSearchProps = { name?: string; label: string; placeholder?: string; defaultValue?: string };

/** The search field of a `<FilterBar>`. */
export function FilterSearch({ name = "q", label, placeholder, defaultValue }: FilterSearchProps) {
  return (
    <span className="relative min-w-0 flex-[1_1_14rem] sm:max-w-80">
      <Search className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-faint" />
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder ?? label}
        defaultValue={defaultValue}
        autoComplete="off"
        maxLength={200}
        className={cx(controlClass, "h-8 ps-8 pe-2.5 pointer-coarse:h-10")}
      />
    </span>
  );
}
