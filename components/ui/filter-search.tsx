import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

export type FilterSearchProps = {
  name?: string;
  label: string;
  placeholder?: string;
  defaultValue?: string;
  /** For a page whose purpose is this search: the field is larger and focused on load. */
  prominent?: boolean;
};

/** The search field of a `<FilterBar>`. */
export function FilterSearch({ name = "q", label, placeholder, defaultValue, prominent = false }: FilterSearchProps) {
  return (
    <span className={cx("relative min-w-0 flex-[1_1_14rem]", prominent ? "sm:max-w-xl" : "sm:max-w-80")}>
      <Icon
        name="search"
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder ?? label}
        defaultValue={defaultValue}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: only where the page is this search
        autoFocus={prominent}
        maxLength={200}
        className={cx(controlClass, "ps-8 pe-2.5 pointer-coarse:h-11", prominent ? "h-10 text-md" : "h-8")}
      />
    </span>
  );
}
