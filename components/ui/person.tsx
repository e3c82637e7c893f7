import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";

export type PersonProps = { name: string; detail?: ReactNode; size?: "sm" | "md" };

/** A person in a list: initials, name, and one line under it. */
export function Person({ name, detail, size = "md" }: PersonProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} size={size} />
      <span className="min-w-0 text-start">
        <span className="block truncate font-medium text-ink">{name}</span>
        {detail && <span className="block truncate text-sm font-normal text-ink-soft">{detail}</span>}
      </span>
    </span>
  );
}
