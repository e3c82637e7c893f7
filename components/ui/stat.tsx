import type { ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";

export type StatProps = { label: string; value: ReactNode; detail?: ReactNode; href?: string };

/** One figure of a dashboard. */
export function Stat({ label, value, detail, href }: StatProps) {
  return (
    <div className="stat">
      <p className="text-sm text-ink-soft">
        {href ? (
          <PageLink href={href} className="stat-link">
            {label}
          </PageLink>
        ) : (
          label
        )}
      </p>
      <p className="stat-value">{value}</p>
      {detail && <div className="mt-0.5 text-sm text-ink-soft">{detail}</div>}
    </div>
  );
}
