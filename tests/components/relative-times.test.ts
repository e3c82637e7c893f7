import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** A preposition that needs a point in time, which "in 6 days" and "2 days ago" are not. */
const prepositions = "until|till|by|on|at|since|from|before|after|for|within";
const inMarkup = new RegExp(`\\b(?:${prepositions})\\b[\\s"'\`{}()]*<RelativeTime`, "i");
const inText = new RegExp(`\\b(?:${prepositions})\\s+\\$\\{formatRelativeTime`, "i");
const breaks = (source: string) => inMarkup.test(source) || inText.test(source);

describe("a relative time", () => {
  const files = globSync("{app,components,lib}/**/*.{ts,tsx}").filter((file) => !file.includes("generated"));

  test("never follows a preposition", () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => breaks(readFileSync(file, "utf8")))).toEqual([]);
  });

  test.each([
    ['works until{" "}\n  <RelativeTime value={at} />'],
    ['{invited ? "x" : "was good until "}\n  <RelativeTime value={at} />'],
    [`\`valid until \${formatRelativeTime(at, now)}\``],
  ])("is found after one in %j", (source) => expect(breaks(source)).toBe(true));
});
