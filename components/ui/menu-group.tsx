import type { ReactNode } from "react";

/** Related menu entries, optionally with a heading. */
export function MenuGroup({ label, children }: { label?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" {...(label && { "aria-label": label })} className="menu-group">
      {label && <div className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-faint">{label}</div>}
      {children}
    </div>
  );
}
