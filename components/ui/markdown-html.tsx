import { cx } from "./cx";

/** HTML of `renderMarkdown`, and of nothing else: that makes it safe. */
export const MarkdownHtml = ({ html, className }: { html: string; className?: string | undefined }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown encodes what was typed
  <div className={cx("markdown wrap-anywhere", className)} dangerouslySetInnerHTML={{ __html: html }} />
);
