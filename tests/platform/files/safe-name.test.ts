import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { safeName } from "@/lib/platform/files/safe-name";

describe("the name of a file", () => {
  it.each([
    ["photo.jpg", "photo.jpg"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ana\\report.pdf", "report.pdf"],
    [".htaccess", "htaccess"],
    [".ht\u200baccess", "htaccess"],
    ["a\r\nContent-Type: b.txt", "a Content-Type b.txt"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["Straße (1).pdf", "Straße (1).pdf"],
    ["写真.png", "写真.png"],
    ["👩‍🚀.png", "👩🚀.png"],
    ["..", "file"],
    ["\u200b\u2060", "file"],
    ["", "file"],
  ])("%j is kept as %j", (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });

  it("is cut before its extension, and not within a character", () => {
    expect(safeName(`${"x".repeat(300)}.pdf`)).toBe(`${"x".repeat(116)}.pdf`);
    expect(safeName("😀".repeat(100))).toBe("😀".repeat(60));
  });

  test("of whatever is sent, is short, visible and no path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const name = safeName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\"]|^\.|\.$/u);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});
