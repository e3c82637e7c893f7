import type { ReactNode } from "react";
import { markup } from "@/components/ui/markup";

type DrawnProps = { className?: string; children: ReactNode };

/**
 * A box whose content is sent as HTML if it doesn't take React (see `markup`): for what is on every page and stays as it is
 * until the next. What changes meanwhile is replaced as a whole, and would take the focus with it.
 */
export function Drawn({ className, children }: DrawnProps) {
  const html = markup(children);
  if (html === undefined) return <div className={className}>{children}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes what it is given
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
