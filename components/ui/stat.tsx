import Link from "next/link";
import type { ReactNode } from "react";

export type StatProps = { label: string; value: ReactNode; detail?: ReactNode; href?: string };

/** One figure of a dashboard. */
export function Stat({ label, value, detail, href }: StatProps) {
  return (
    <div className="stat">
      <p className="text-sm text-ink-soft">
        {href ? (
          <Link href={href} prefetch={false} className="stat-link">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="stat-value">{value}</p>
      {detail && <div className="mt-0.5 text-sm text-ink-soft">{detail}</div>}
    </div>
  );
}
