/** Only these lead anywhere. micromark encodes what is typed, so a quote or an angle bracket is always its own. */
const LEADS_SOMEWHERE = /^(?:https?:\/\/|mailto:)/i;

/** What micromark writes of links, pictures, headings, code and check boxes, as one tag each. */
const TAG =
  /<a href="([^"]*)"[^>]*>|<\/a>|<img src="([^"]*)" alt="([^"]*)"[^>]*>|<(\/?)h[1-6]>|<code class="[^"]*">|<input ([^>]*)>|<pre><code[^>]*>[^<]*/g;

/**
 * The HTML of micromark with what a message may contain: other links become text, pictures become links to them, headings
 * bold paragraphs, so that a message doesn't head the page it stands in, and check boxes signs.
 */
export function safeMarkup(html: string): string {
  let open: "a" | "span" | null = null;
  return html.replace(TAG, (tag, href, src, alt = "", closing, box) => {
    if (href !== undefined) {
      open = LEADS_SOMEWHERE.test(href) ? "a" : "span";
      return open === "a" ? link(href) : "<span>";
    }
    if (tag === "</a>") {
      const close = `</${open ?? "a"}>`;
      open = null;
      return close;
    }
    if (src !== undefined) return open === null && LEADS_SOMEWHERE.test(src) ? `${link(src)}${alt || src}</a>` : alt;
    if (closing !== undefined) return closing ? "</strong></p>" : "<p><strong>";
    if (box !== undefined) return box.includes("checked") ? "☑" : "☐";
    if (tag.startsWith("<pre>")) return tag.replace(/^<pre><code[^>]*>/, "<pre><code>").replaceAll("  \n", "\n");
    return "<code>";
  });
}

const link = (href: string): string => `<a href="${href}" rel="nofollow noopener noreferrer" target="_blank">`;
