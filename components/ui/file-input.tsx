"use client";

import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { useControl } from "@/components/ui/use-control";

/** The browser's own file field. A chosen file can't be kept after invalid input. */
export function FileInput({ accept }: { accept: string }) {
  const { attributes } = useControl({});
  return <input {...attributes} type="file" accept={accept} className={cx(controlClass, "px-2.5 py-1.5")} />;
}
