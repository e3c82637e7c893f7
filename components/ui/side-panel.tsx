import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { PhoneFold } from "@/components/ui/phone-fold";

export type SidePanelProps = { title: string; description?: ReactNode; children: ReactNode };

/** A panel beside a page's main part. On a phone, where it comes below, it is folded until it is asked for. */
export function SidePanel({ title, description, children }: SidePanelProps) {
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-surface">
      <PhoneFold>
        <summary className="fold flex min-h-11 items-center gap-2 px-4 py-2">
          <h2 className="min-w-0 flex-1 font-semibold wrap-anywhere text-ink">{title}</h2>
          <Icon name="chevron-right" className="size-4 text-ink-faint transition-transform group-open/side:rotate-90" />
        </summary>
        <div className="px-4 pt-1 pb-4">
          {description && <div className="mb-3 max-w-prose text-sm text-ink-soft">{description}</div>}
          {children}
        </div>
      </PhoneFold>
    </section>
  );
}
