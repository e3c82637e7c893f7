import { describe, expect, it } from "vitest";
import { linkAddress, shownDomain } from "@/lib/workspace/links/link-address";

const read = (typed: string) => {
  const { success, data } = linkAddress.safeParse(typed);
  return success ? data : "refused";
};

describe("the address of a link", () => {
  it.each([
    ["https://example.com", "https://example.com/"],
    ["http://example.com/a?b=c#d", "http://example.com/a?b=c#d"],
    ["example.com/handbook", "https://example.com/handbook"],
    ["localhost:8080/x", "https://localhost:8080/x"],
    [" HTTPS://EXAMPLE.com/ ", "https://example.com/"],
    ["https://münchen.example/", "https://xn--mnchen-3ya.example/"],
    ["http://[::1]/", "http://[::1]/"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(read(typed)).toBe(kept);
  });

  it.each([
    "",
    "   ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,hi",
    "file:///etc/passwd",
    "ftp://example.com/",
    "mailto:ana@example.com",
    "https://",
    "https://user@example.com/",
    "https://user:secret@example.com/",
    "https://:secret@example.com/",
    "https://exa mple.com/",
    `https://example.com/${"a".repeat(2_000)}`,
  ])("%s is refused", (typed) => {
    expect(read(typed)).toBe("refused");
  });
});

describe("the domain that is shown", () => {
  it("is what the browser asks for, with its port unless that goes without saying", () => {
    expect(shownDomain("https://example.com/page")).toBe("example.com");
    expect(shownDomain("http://example.com:8080/")).toBe("example.com:8080");
    expect(shownDomain("https://example.com:443/")).toBe("example.com");
  });
  it("has the encoded form first where a name is in another script, so that it can't pass for a different one", () => {
    expect(shownDomain("https://xn--mnchen-3ya.example/")).toBe("xn--mnchen-3ya.example (münchen.example)");
    // Cyrillic, and looks like "apple.com".
    expect(shownDomain("https://аррӏе.com/")).toMatch(/^xn--\S+\.com \(/);
  });
});
