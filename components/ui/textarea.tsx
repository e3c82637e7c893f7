"use client";

import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { useControl } from "@/components/ui/use-control";

/** A multi-line input; grows with its text where the browser supports it. */
export function Textarea({ className, defaultValue, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const { typed, attributes, limits } = useControl(rest);
  return (
    <textarea
      {...rest}
      {...attributes}
      {...limits}
      rows={rows}
      defaultValue={typed ?? defaultValue}
      className={cx(controlClass, "field-sizing-content min-h-20 px-2.5 py-1.5", className)}
    />
  );
}
