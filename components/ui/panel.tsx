import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type PanelProps = {
  title?: string;
  /** What the section is called where its title alone isn't unique on the page. */
  label?: string;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Lets a table or list reach the edges. */
  flush?: boolean;
  /** Level of the title: 2 below a page header, 3 within another panel. */
  level?: 2 | 3;
  tone?: "plain" | "danger";
  id?: string;
  className?: string;
  children?: ReactNode;
};

/**
 * A bordered section with its own title. It is labelled by the title's text and not by its id: React restarts its id
 * counter with each streamed part of a page, so two ids would collide.
 */
export function Panel({
  title,
  label = title,
  description,
  actions,
  footer,
  flush,
  level = 2,
  tone,
  id,
  className,
  children,
}: PanelProps) {
  const headed = Boolean(title || actions);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      {...(id && { id })}
      {...(label && { "aria-label": label })}
      className={cx(
        "rounded-lg border bg-surface",
        tone === "danger" ? "border-danger-line" : "border-line",
        className,
      )}
    >
      {headed && (
        <header
          className={cx(
            "flex flex-wrap justify-between gap-x-4 gap-y-2 px-4 pt-3",
            flush && "pb-3",
            description ? "items-start" : "items-center",
          )}
        >
          <div className={cx("min-w-0", description ? "flex-[1_1_14rem]" : "flex-[1_1_9rem]")}>
            <Heading className="py-1 font-semibold text-ink">{title}</Heading>
            {description && <div className="max-w-prose text-sm text-ink-soft">{description}</div>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div
        className={
          flush
            ? cx(headed && "border-t border-line")
            : cx("px-4 pb-4", headed ? (description ? "pt-3" : "pt-2") : "pt-4")
        }
      >
        {children}
      </div>
      {footer && (
        <footer className="rounded-b-lg border-t border-line bg-sunken px-4 py-3 text-sm text-ink-soft">
          {footer}
        </footer>
      )}
    </section>
  );
}
