import { convert, type HtmlToTextOptions } from "html-to-text";
import { renderMarkdown } from "@/lib/platform/kernel/markdown/render-markdown";

/** A text in Markdown as lines for paper: lists keep their signs, and a link its address. */
export const markdownLines = (text: string): string => (text === "" ? "" : convert(renderMarkdown(text), options));

const options: HtmlToTextOptions = {
  wordwrap: false,
  // Nothing that somebody wrote is left out of what they print.
  limits: { maxInputLength: Number.POSITIVE_INFINITY },
  selectors: [
    { selector: "ul", options: { itemPrefix: "•  " } },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true } },
    { selector: "table", format: "dataTable" },
    { selector: "hr", options: { length: 20 } },
  ],
};
