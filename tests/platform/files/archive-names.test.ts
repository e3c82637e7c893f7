import fc from "fast-check";
import { expect, it } from "vitest";
import { ArchiveNames } from "@/lib/platform/files/archive-names";

it.each([
  ["../../etc/passwd", "-..-etc-passwd"],
  ["..\\..\\boot.ini", "-..-boot.ini"],
  ["/etc/passwd", "-etc-passwd"],
  ["C:\\Windows\\x.txt", "C-Windows-x.txt"],
  ["CON.txt", "_CON.txt"],
  ["nul", "_nul"],
  ["Com1.pdf", "_Com1.pdf"],
  ["report. ", "report"],
  ["..", "file"],
  ["a\u0000b\u202e.txt", "a b.txt"],
  ["Über uns.pdf", "Über uns.pdf"],
  ["議事録.pdf", "議事録.pdf"],
])("%j is written as %j", (given, name) => {
  expect(new ArchiveNames().file(given)).toBe(name);
});

it("names that some system takes for the same are numbered, files and folders alike", () => {
  const names = new ArchiveNames();
  const given = ["Budget.pdf", "budget.PDF", "BUDGET.pdf", "Straße.txt", "STRASSE.txt", "e\u0301.txt", "é.txt"];
  expect(given.map((name) => names.file(name))).toEqual([
    "Budget.pdf",
    "budget (2).PDF",
    "BUDGET (3).pdf",
    "Straße.txt",
    "STRASSE (2).txt",
    "é.txt",
    "é (2).txt",
  ]);
  expect(names.folder("budget.pdf")).toBe("budget.pdf (2)");
});

it("whatever names are given, each is one part of a path and unlike all others", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 30 }), (given) => {
      const names = new ArchiveNames();
      const made = given.map((name, index) => (index % 2 ? names.file(name) : names.folder(name)));
      for (const name of made) {
        expect(name).not.toMatch(/^\.{0,2}$|[/\\:*?"<>|\p{Cc}]|[. ]$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(600);
      }
      expect(new Set(made.map((name) => name.normalize("NFKC").toUpperCase().toLowerCase())).size).toBe(made.length);
    }),
  );
});
