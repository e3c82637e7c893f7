import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: string;
  icon?: ReactNode;
  /** What to do next, or why it is empty. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, icon, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {icon && (
        <span aria-hidden="true" className="mb-3 grid size-10 place-items-center rounded-full bg-hover text-ink-soft">
          {icon}
        </span>
      )}
      <p className="font-medium text-ink">{title}</p>
      {children && <div className="mt-1 max-w-sm text-ink-soft">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
