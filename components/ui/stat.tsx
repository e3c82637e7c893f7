import Link from "next/link";
import type { ReactNode } from "react";

export type StatProps = { label: string; value: ReactNode; detail?: ReactNode; href?: string };

/** One figure of a dashboard. */
export function Stat({ label, value, detail, href }: StatProps) {
  return (
    <div className="relative rounded-lg border border-line bg-surface px-4 py-3 has-[a:hover]:border-line-strong has-[a:hover]:bg-sunken">
      <p className="text-sm text-ink-soft">
        {href ? (
          <Link href={href} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="mt-1 text-xl font-semibold tracking-tight text-ink tabular-nums">{value}</p>
      {detail && <div className="mt-0.5 text-sm text-ink-soft">{detail}</div>}
    </div>
  );
}
