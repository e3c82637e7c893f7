"use client";

import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { useControl } from "@/components/ui/use-control";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  options: SelectOption[];
  /** Shown first with an empty value: "Choose a department". */
  placeholder?: string;
};

/** The browser's own select: best on phones, and works without a script. */
export function Select({ options, placeholder, className, defaultValue, ...rest }: SelectProps) {
  const { typed, attributes } = useControl(rest);
  const chosen = typed ?? defaultValue ?? (placeholder === undefined ? undefined : "");
  return (
    <span className={cx("relative inline-flex w-full", className)}>
      <select
        key={typed}
        {...rest}
        {...attributes}
        defaultValue={chosen}
        className={cx(controlClass, "h-8 appearance-none truncate ps-2.5 pe-8 pointer-coarse:h-11")}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}
