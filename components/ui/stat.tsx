import Link from "next/link";
import type { ReactNode } from "react";

export type StatProps = { label: string; value: ReactNode; detail?: ReactNode; href?: string };

/** One figure of a dashboard. */
export function Stat({ label, value, detail, href }: StatProps) {
  return (
    <div className="relative rounded-lg border border-line bg-surface px-3 py-2.5 sm:px-4 sm:py-3 has-[a:hover]:border-line-strong has-[a:hover]:bg-sunken">
      <p className="text-sm text-ink-soft">
        {href ? (
          <Link href={href} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="mt-1 text-lg font-semibold tracking-tight wrap-anywhere text-ink sm:text-xl tabular-nums">
        {value}
      </p>
      {detail && <div className="mt-0.5 text-sm text-ink-soft">{detail}</div>}
    </div>
  );
}
