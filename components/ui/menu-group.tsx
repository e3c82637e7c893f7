import type { ReactNode } from "react";

/** Related menu entries, optionally with a heading. */
export function MenuGroup({ label, children }: { label?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={label} className="border-line not-first:mt-1 not-first:border-t not-first:pt-1">
      {label && <div className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-faint">{label}</div>}
      {children}
    </div>
  );
}
