import { describe, expect, it } from "vitest";
import { SearchedWord } from "@/lib/platform/operations/search-account";

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `id-${index + 1}`);
const wordFoundIn = (found: readonly string[] | null) => new SearchedWord("a", () => found);

describe("a word that is searched for", () => {
  it("is any part of a column, and its special characters stand for themselves", () => {
    const word = new SearchedWord("50%_\\", () => null);
    expect(word.part).toEqual({ contains: "50\\%\\_\\\\" });
    expect(word.pattern).toBe("%50\\%\\_\\\\%");
  });

  it("has the rows that were found of each source", () => {
    const word = new SearchedWord("a", (source) => (source === "invoice" ? ["t"] : ["i", "j"]));
    expect([word.ids("invoice"), word.ids("name")]).toEqual([["t"], ["i", "j"]]);
    expect([word.rows("invoice"), word.rows("name")]).toEqual([{ id: { in: ["t"] } }, { id: { in: ["i", "j"] } }]);
  });

  it("names no rows if there are too many", () => {
    const word = wordFoundIn(null);
    expect([word.ids("invoice"), word.rows("invoice")]).toEqual([null, null]);
  });

  it("matches no rows if none were found", () => {
    expect(wordFoundIn([]).rows("invoice")).toEqual({ id: { in: [] } });
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 4],
    [5, 8],
    [9, 16],
  ])("names %i rows as %i, the last again and again, so that few statements differ", (found, named) => {
    const filter = wordFoundIn(ids(found)).rows("invoice");
    expect(filter?.id.in).toEqual([...ids(found), ...ids(named - found).map(() => `id-${found}`)]);
  });
});
