import { describe, expect, it } from "vitest";
import { inertCss, inertHtml } from "@/lib/support/inbound-mail/parse/inert-html";
import { ATTACK, HOSTILE_HTML } from "@/tests/fixtures/hostile-support";

const PIXEL = "data:image/png;base64,iVBORw0KGgo=";
const shown = (html: string): string => inertHtml(html).html.replace(/^.*?<\/style>/s, "");
/** Markup alone: what stands in quotes is no markup, but for what loads. */
const markup = (html: string): string => shown(html).replace(/ (?!src|style)(\w+)="[^"]*"/g, (_, name) => ` ${name}`);
/** What a browser would run, load, submit, follow or block. */
const ACTIVE =
  /<(?:script|iframe|object|embed|form|input|button|link|meta|base|svg|math|video|audio|template)|<[^>]*\s(?:on\w+|href|srcset|action|formaction|background|poster|ping|data)\s*=|(?:src|style)="[^"]*(?:evil|javascript)|url\(|@import/i;

describe("the original of a mail", () => {
  it.each([
    ["all attacks of the corpus", HOSTILE_HTML],
    ["attacks within attributes", `<p title='${ATTACK}' style="x:${ATTACK}">x</p>`],
    ["scripts", "<script>ran=1</script><SCRIPT SRC=//evil.example/x></SCRIPT><script/x>ran=1</script >"],
    ["handlers", "<p onclick=ran=1>x</p><img src=x onerror=ran=1><body onload=ran=1>"],
    [
      "pictures from elsewhere",
      '<img src="https://evil.example/a.png" srcset="//evil.example/b 2x"><td background="//evil.example/c">',
    ],
    ["pictures that are documents", '<img src="data:image/svg+xml;base64,PHN2Zz4=">'],
    [
      "styles that load",
      `<p style="background:url(//evil.example/a);color:red">x</p><style>@import "//evil.example/f.css"; p{background:url(//evil.example)}</style>`,
    ],
    [
      "escapes in styles",
      String.raw`<p style="background:\75rl(//evil.example/a)">x</p><style>p{background:\000075 rl(//evil.example)}</style>`,
    ],
    ["comments in styles", "<style>p{background:u/**/rl(//evil.example/a)}</style>"],
    ["styles that end early", "<style></style><script>ran=1</script><style><!-- </style><img src=x onerror=ran=1>"],
    [
      "forms and frames",
      "<form action=//evil.example><input><button formaction=//evil.example>x</button></form><iframe srcdoc='<script>ran=1</script>'></iframe>",
    ],
    [
      "documents of other languages",
      "<svg><script>ran=1</script><style><img src=x onerror=ran=1></style></svg><math><mi xlink:href=javascript:ran=1>x</mi></math>",
    ],
    [
      "what sends the reader elsewhere",
      '<meta http-equiv=refresh content="0;url=//evil.example"><base href=//evil.example><link rel=stylesheet href=//evil.example><a href=javascript:ran=1>x</a><a href="https://evil.example/">y</a>',
    ],
    [
      "elements that another parser reads differently",
      "<noscript><p title='</noscript><img src=x onerror=ran=1>'></noscript><textarea></textarea><img src=x onerror=ran=1><plaintext><img src=x onerror=ran=1>",
    ],
  ])("has nothing that a browser would have to block: %s", (_, html) => {
    expect(markup(html)).not.toMatch(ACTIVE);
  });

  it("looks as it was written: layout, colours, and the pictures that it carries", () => {
    const html = `<table width="600" bgcolor="#eee"><tr><td align="center" style="color:red"><b>Hello</b> &amp; <img alt="Logo" src="${PIXEL}"></td></tr></table><style>.x{color:blue}</style>`;
    expect(shown(html)).toBe(html);
  });

  it("says how many pictures were left out, and shows their description", () => {
    expect(
      inertHtml(`<img src="https://a.example/1.png" alt="A chart"><img src="//a.example/2.png"><img src="${PIXEL}">`),
    ).toMatchObject({
      html: expect.stringMatching(/A chart<img src="data:/),
      remoteImages: 2,
    });
  });

  it("has white paper and black ink, in the dark as well", () => {
    expect(inertHtml("<p>Hello</p>").html).toMatch(
      /^<!doctype html><meta charset=utf-8><style>:root\{[^}]*background:#fff;color:#000\}/,
    );
  });

  it("says where its links would lead, and leads nowhere", () => {
    expect(shown('<a href="https://example.org/?a=1&amp;b=2">x</a>')).toBe(
      '<a title="https://example.org/?a=1&amp;b=2">x</a>',
    );
  });

  it("is read however deep it is", () => {
    expect(shown(`${"<div>".repeat(50_000)}deep`)).toContain("deep");
  });

  it("keeps harmless declarations", () => {
    expect(inertCss("color: red; background: url(x); margin: 0")).toBe("color: red;; margin: 0");
  });
});
