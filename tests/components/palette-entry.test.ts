import { describe, expect, it } from "vitest";
import { entriesOf, matchingPages } from "@/components/shell/palette-entry";

const pages = [
  { title: "Meetings", href: "/m", subtitle: "Workspace" },
  { title: "Invoices", href: "/i", subtitle: "Billing" },
];

describe("matchingPages", () => {
  it("matches pages by every word in the title or group, prefix matches first", () => {
    expect(matchingPages(pages, "in").map((page) => page.title)).toEqual(["Invoices", "Meetings"]);
    expect(matchingPages(pages, "work MEET").map((page) => page.title)).toEqual(["Meetings"]);
    expect(matchingPages(pages, "nothing")).toEqual([]);
  });
});

describe("entriesOf", () => {
  it("groups results by kind", () => {
    const results = ["People", "Invoices", "People"].map((kind, index) => ({
      kind,
      title: `${index}`,
      href: `/${index}`,
    }));
    expect(entriesOf({ results }).map((entry) => entry.title)).toEqual(["1", "0", "2"]);
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "leaves out an address that leads elsewhere: %s",
    (href) => {
      expect(entriesOf({ results: [{ kind: "People", title: "x", href }] })).toEqual([]);
    },
  );

  it.each([null, "text", {}, { results: "x" }, { results: [null, 5, { title: 1, href: "/" }] }])(
    "takes %j for nothing found",
    (answer) => {
      expect(entriesOf(answer)).toEqual([]);
    },
  );
});
