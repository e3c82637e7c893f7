"use client";

import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { useControl } from "@/components/ui/use-control";

/** A one-line input. Inside a `<Field>` it takes name, id, error and previous value from there. */
export function Input({ className, defaultValue, type = "text", ...rest }: ComponentProps<"input">) {
  const { typed, attributes, limits } = useControl(rest);
  return (
    <input
      {...rest}
      {...attributes}
      {...limits}
      type={type}
      defaultValue={type === "password" ? undefined : (typed ?? defaultValue)}
      className={cx(controlClass, "h-8 px-2.5 pointer-coarse:h-11", className)}
    />
  );
}
