import { convert } from "html-to-text";

/** The longest HTML that is read. */
const LONGEST = 1_000_000;

/** The text of an HTML mail, as a person would have written it; quoted mail keeps its ">". */
export function htmlText(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: LONGEST, maxDepth: 64, maxChildNodes: 5_000, ellipsis: "…" },
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { ignoreHref: false, hideLinkHrefIfSameAsText: true } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "table", format: "block" },
    ],
  });
}
