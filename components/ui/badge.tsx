import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Tone, toneSoft } from "@/components/ui/tone";

/** A short label: a role, a count, a mark. For a status in a table prefer `<Status>`. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={cx("badge", toneSoft[tone])}>
      {icon ?? null}
      <span className="truncate">{children}</span>
    </span>
  );
}
