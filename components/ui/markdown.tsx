import { renderMarkdown } from "@/lib/platform/kernel/markdown/render-markdown";
import { MarkdownHtml } from "./markdown-html";

/** Text in Markdown, as it looks. */
export const Markdown = ({ text, className }: { text: string; className?: string }) => (
  <MarkdownHtml html={renderMarkdown(text)} className={className} />
);
