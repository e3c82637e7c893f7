import { expect, it } from "vitest";
import { excerptOf } from "@/lib/platform/kernel/excerpt";

it("shows where a word stands, without accents and case", () => {
  expect(excerptOf("Der Straßenbau in Zürich", ["zurich"])).toBe("Der Straßenbau in Zürich");
  expect(excerptOf("Der Straßenbau in Zürich", ["strassen"])).toBe("Der Straßenbau in Zürich");
});

it("is short, on one line, and cut between words", () => {
  const text = `${"before ".repeat(40)}the needle\n\nis here ${"after ".repeat(60)}`;
  const excerpt = excerptOf(text, ["needle"]) ?? "";
  expect(excerpt).toMatch(/^… before [\w ]* the needle is here after [\w ]*after …$/);
  expect(excerpt.length).toBeLessThan(170);
});

it("is of the word that comes first, and null without any", () => {
  expect(excerptOf("one two three", ["three", "two"])).toBe("one two three");
  expect(excerptOf("one two three", ["four"])).toBeNull();
});

it("doesn't break a character apart", () => {
  expect(excerptOf(`x ${"🙂".repeat(200)}`, ["x"])).not.toMatch(/\p{Surrogate}/u);
});
