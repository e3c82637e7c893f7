import { describe, expect, it } from "vitest";
import { chosen, fill, partsOf } from "@/lib/platform/language/fill";

describe("a sentence with values", () => {
  it("gets each value in its place", () => {
    expect(fill("Due {date}: {amount}, {date}", { date: "1 May", amount: 5 }, "en")).toBe("Due 1 May: 5, 1 May");
  });

  it("keeps apostrophes, and braces that name nothing", () => {
    expect(fill("You can't use {} or {a b} or }", {}, "en")).toBe("You can't use {} or {a b} or }");
  });

  it("chooses the plural form of its language, with the number as it writes it", () => {
    const sentence = "{count, plural, =0 {no files} one {# file of {name}} other {# files of {name}}}.";
    const filled = [0, 1, 12_345].map((count) => fill(sentence, { count, name: "Jo" }, "en"));
    expect(filled).toEqual(["no files.", "1 file of Jo.", "12,345 files of Jo."]);
    expect(fill("{n, plural, one {# Datei} other {# Dateien}}", { n: 12_345 }, "de")).toBe("12.345 Dateien");
    expect(fill("{n, plural, one {# plik} few {# pliki} other {# pliku}}", { n: 3 }, "pl")).toBe("3 pliki");
  });

  it("chooses words by a name", () => {
    const sentence = "{kind, select, card {Card} bank {Bank account} other {Method}} removed";
    expect(["card", "bank", "x"].map((kind) => fill(sentence, { kind }, "en"))).toEqual([
      "Card removed",
      "Bank account removed",
      "Method removed",
    ]);
  });

  it("shows the text of a tag where it can't be an element", () => {
    expect(fill("Read <link>the {what}</link> first", { what: "terms" }, "en")).toBe("Read the terms first");
  });

  it("is taken apart into what an element is made of", () => {
    expect(partsOf("a <b>c {d}</b>")).toEqual(["a ", { name: "b", inner: ["c ", { name: "d" }] }]);
    expect(chosen({ name: "n", plural: true, choices: { other: ["#"] } }, 1_000, "de")).toEqual(["1.000"]);
  });
});
