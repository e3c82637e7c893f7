import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { isCostly } from "./is-costly";
import { safeMarkup } from "./safe-markup";

/**
 * Markdown as GitHub reads it, as HTML that is safe to insert into any page or mail: nothing but text, its marks, and
 * links to the web and to mail addresses. Line breaks stay as typed. Text that would take long to read is shown as it is.
 */
export function renderMarkdown(source: string): string {
  const text = source.replace(/\r\n?/g, "\n");
  if (isCostly(text)) return `<pre>${escaped(text)}</pre>`;
  // Two spaces before the end of a line keep the break; within code they are taken out again.
  const broken = text.replace(/(?<=\S)\n/g, "  \n");
  return safeMarkup(micromark(broken, syntax));
}

/** Tags are text like any other, and keep their lines. Footnotes would give two messages of a page the same ids. */
const syntax = {
  extensions: [gfm(), { disable: { null: ["htmlFlow", "htmlText", "gfmFootnoteCall", "gfmFootnoteDefinition"] } }],
  htmlExtensions: [gfmHtml()],
};

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => escapes[one] ?? one);
