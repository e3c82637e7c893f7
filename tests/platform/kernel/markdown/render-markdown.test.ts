import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCostly } from "@/lib/platform/kernel/markdown/is-costly";
import { renderMarkdown } from "@/lib/platform/kernel/markdown/render-markdown";

/** The tags, with their attributes, that a message may consist of. */
const ALLOWED =
  /^<\/?(?:p|br|strong|em|del|code|pre|ul|ol|li|blockquote|hr|table|thead|tbody|tr|th|td|span|a)(?: start="\d+"| align="(?:left|right|center)"| href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow noopener noreferrer" target="_blank")? ?\/?>$/i;

const tagsOf = (html: string): string[] => html.match(/<[^>]*>?/g) ?? [];
const unsafeTags = (html: string): string[] => tagsOf(html).filter((tag) => !ALLOWED.test(tag));

describe("Markdown", () => {
  it.each([
    ["emphasis", "**a** _b_ ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>"],
    ["line breaks", "one\ntwo\r\nthree", "<p>one<br />\ntwo<br />\nthree</p>"],
    ["headings, which don't head the page", "# Title", "<p><strong>Title</strong></p>"],
    ["tasks", "- [x] done\n- [ ] open", "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>"],
    ["code, as typed", "```sh\na\n\nb\n```", "<pre><code>a\n\nb\n</code></pre>"],
    [
      "addresses",
      "https://a.example/?b=1&c=2",
      '<p><a href="https://a.example/?b=1&amp;c=2" rel="nofollow noopener noreferrer" target="_blank">https://a.example/?b=1&amp;c=2</a></p>',
    ],
    [
      "pictures, as links",
      "![A plan](https://a.example/p.png)",
      '<p><a href="https://a.example/p.png" rel="nofollow noopener noreferrer" target="_blank">A plan</a></p>',
    ],
    ["links that lead nowhere, as text", "[a](/b) [c](javascript:alert(1))", "<p><span>a</span> <span>c</span></p>"],
    ["tags, as text", "<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"],
    ["a pasted document, in its lines", "<div>\n<b>", "<p>&lt;div&gt;<br />\n&lt;b&gt;</p>"],
  ])("shows %s", (_, source, html) => {
    expect(renderMarkdown(source)).toBe(html);
  });

  it("shows a table with its alignment", () => {
    const html = renderMarkdown("| a | b |\n|---|--:|\n| 1 | 2 |");
    expect(html).toContain('<th align="right">b</th>');
    expect(unsafeTags(html)).toEqual([]);
  });

  it("shows a picture within a link as its text: links don't nest", () => {
    const html = renderMarkdown("[![logo](https://a.example/l.png)](https://b.example)");
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain(">logo</a>");
  });
});

/** Ways into a page that have worked somewhere. */
const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  '<a href="javascript:alert(1)">x</a>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](//evil.example)",
  "[x](\\\\evil.example)",
  '[x](https://a.example/"onmouseover="alert(1))',
  "[x](https://a.example 'a\" onmouseover=\"alert(1)')",
  "![x](javascript:alert(1))",
  '![" onerror="alert(1)](https://a.example/p.png)',
  "![x](https://a.example/p.png \"a' onload='alert(1)\")",
  "<javascript:alert(1)>",
  '<https://a.example/"onclick=alert(1)>',
  "[x]: javascript:alert(1)\n\n[x]",
  '```"><script>alert(1)</script>\ncode\n```',
  "`<script>alert(1)</script>`",
  "~~~html\n<script>alert(1)</script>\n~~~",
  "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  "- [x] <input onfocus=alert(1) autofocus>",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "[a](<javascript:alert(1)>)",
  "<style>@import 'https://evil.example'</style>",
  "<!-- --><script>alert(1)</script>",
  "<![CDATA[<script>alert(1)</script>]]>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  'www.a.example"onmouseover=alert(1)',
  'a@b.example"onmouseover=alert(1)',
  "# <a href='javascript:alert(1)'>x</a>",
  "> <form action=javascript:alert(1)><button>x",
  '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
];

describe("what somebody else typed", () => {
  it.each(attacks)("holds nothing but text, its marks and links: %s", (attack) => {
    expect(unsafeTags(renderMarkdown(attack))).toEqual([]);
  });

  it("nor do any pieces of it, in any order", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...attacks),
        fc.constantFrom(
          "[",
          "]",
          "(",
          ")",
          "![",
          "<",
          ">",
          '"',
          "'",
          "`",
          "```\n",
          "\n",
          "\n\n",
          "> ",
          "- ",
          "| ",
          "javascript:",
          "https://",
          "onload=",
          "&quot;",
          "\\",
          "*",
          "_",
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(unsafeTags(renderMarkdown(parts.join("")))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("text that takes long to read", () => {
  it.each([
    ["brackets", "[".repeat(20_000)],
    ["underlined headings", "a\n=\n".repeat(5_000)],
    ["nested quotes", `${">".repeat(19_998)} a`],
    ["stars", "*a_b".repeat(5_000)],
    ["list items", "1. a\n".repeat(4_000)],
    ["definitions", "[a]: b\n".repeat(2_800)],
    ["a bracket that is never closed", `[${"a ".repeat(9_000)}b`],
    ["a bracket in a bracket, closed", `![[](x) ${"word ".repeat(3_000)}]`],
    ["a closing bracket that is code", `[ \`]\` ${"word ".repeat(3_000)}.`],
    ["lists in lists, with many lines below", `${"- ".repeat(900)}a\n${"b\n".repeat(900)}c`],
    ["quotes in numbered lists", `${"> 1. ".repeat(190)}a\n${"b\n".repeat(900)}c`],
  ])("is shown as typed instead: %s", (_, text) => {
    expect(isCostly(text)).toBe(true);
    expect(renderMarkdown(text)).toBe(`<pre>${text.replaceAll(">", "&gt;").replaceAll("<", "&lt;")}</pre>`);
  });

  it("is not what a person writes, however long", () => {
    const paragraph =
      "The server `web-02` answers **502** since 02:40, see https://status.example/a?b=1.\n\n- first\n- second\n\n";
    expect(isCostly(paragraph.repeat(40))).toBe(false);
    expect(isCostly(`- [the log](https://a.example)\n${"-".repeat(72)}\n${"It says so. ".repeat(300)}`)).toBe(false);
    expect(isCostly("> > > Nobody quotes deeper.\n> > And answers.\n".repeat(100))).toBe(false);
  });
});
