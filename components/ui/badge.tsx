import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Tone, toneSoft } from "@/components/ui/tone";

/** A short label: a role, a count, a mark. For a status in a table prefer `<Status>`. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap",
        toneSoft[tone],
      )}
    >
      {icon ?? null}
      <span className="truncate">{children}</span>
    </span>
  );
}
