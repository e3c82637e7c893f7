import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "@/lib/platform/kernel/local-path";

const portal = "https://portal.example";

/** Parts of URLs, and of attempts to disguise one. */
const piece = fc.constantFrom(
  ...["/", "//", ".", "..", "/./", "/../", "\\", "%2f", "%2F", "%5c", "%2e", "%252f", "%00", "%0a", "%"],
  ...[
    "evil.test",
    "@",
    ":",
    "http:",
    "https://",
    "user:pass@",
    "?",
    "#",
    "a",
    "é",
    "／",
    "\t",
    "\n",
    "\r",
    " ",
    "\u0000",
  ],
);
const address = fc.oneof(
  fc.array(piece, { maxLength: 10 }).map((pieces) => `/${pieces.join("")}`),
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join("")),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string(),
);

describe("localPath", () => {
  it("stays within the portal for any input, however often it is decoded", () => {
    fc.assert(
      fc.property(address, (wanted) => {
        const path = localPath(wanted);
        if (path === null) return;
        expect(new URL(path, portal).origin).toBe(portal);
        expect(path).toMatch(/^\/(?![/\\])/);
        let decoded = new URL(path, portal).pathname;
        for (let round = 0; round < 3; round++) {
          decoded = decodeURIComponent(decoded);
          expect(new URL(decoded, portal).origin).toBe(portal);
          expect(new URL(decoded, portal).pathname).not.toMatch(/^\/\//);
          if (!/%[0-9a-f]{2}/i.test(decoded)) break;
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(address, (wanted) => {
        const path = localPath(wanted);
        if (path !== null) expect(localPath(path)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "/.//evil.test/x",
    "/..//evil.test",
    "/a/..//evil.test",
    "/a/../..//evil.test",
    "/%2e//evil.test",
    "/%2E%2e//evil.test",
    "/.\\/evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/%2Fevil.test",
    "/%2f%2fevil.test",
    "/%5Cevil.test",
    "/%252Fevil.test",
    "/%25252Fevil.test",
    "/%2e%252f%252fevil.test",
    "/a%0d%0aLocation:%20x",
    "/a%00",
    "/%",
    "http:/evil.test",
    "//user:pass@evil.test",
    "///evil.test",
  ])("refuses %j", (wanted) => {
    expect(localPath(wanted)).toBeNull();
  });

  it.each([
    ["/", "/"],
    ["/a/../b", "/b"],
    ["/a/1/invoices?q=50%25&next=%2F%2Fevil.test#top", "/a/1/invoices?q=50%25&next=%2F%2Fevil.test#top"],
    ["/a/50%25/x", "/a/50%25/x"],
    ["/a//b", "/a//b"],
    ["/@evil.test", "/@evil.test"],
    ["/a b", "/a%20b"],
  ])("lets %j through as %j", (wanted, path) => {
    expect(localPath(wanted)).toBe(path);
  });
});
