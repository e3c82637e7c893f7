import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";

export type PersonProps = { name: string; detail?: ReactNode; size?: "sm" | "md" };

/** A person in a list: initials, name, and one line under it. */
export function Person({ name, detail, size = "md" }: PersonProps) {
  return (
    <span className="person">
      <Avatar name={name} size={size} />
      <span className="min-w-0 text-start">
        <span className="person-name">{name}</span>
        {detail && <span className="person-detail">{detail}</span>}
      </span>
    </span>
  );
}
