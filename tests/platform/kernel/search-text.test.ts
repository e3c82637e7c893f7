import { describe, expect, test } from "vitest";
import { searchText, searchWords } from "@/lib/platform/kernel/search-text";

describe("a text as searches compare it", () => {
  test.each([
    ["Tomás", "tomas"],
    ["Toma\u0301s", "tomas"],
    ["ÅSE Ångström", "ase angstrom"],
    ["Straße GROẞ", "strasse gross"],
    ["Ærø Łódź Đorđe Þór", "aero lodz dorde thor"],
    ["Œuvre", "oeuvre"],
    ["İSTANBUL Iğdır ıspanak", "istanbul igdir ispanak"],
    ["ﬁnance ＡＢＣ１２３", "finance abc123"],
    ["ΟΔΥΣΣΕΎΣ", "οδυσσευσ"],
    ["Алёна ЙОГУРТ", "алена иогурт"],
    ["שָׁלוֹם", "שלום"],
    ["مُحَمَّد أحمد", "محمد احمد"],
    ["٢٠٢٦ ۲۰۲۶", "2026 2026"],
    ["ｶﾞｽ", "ガス".normalize("NFKD")],
    ["O’Brien – “Ltd” INV‑2026", 'o\'brien - "ltd" inv-2026'],
    ["  a\u00a0b\t\n\u3000c\u200b ", "a b c"],
    ["co\u00adoperate", "cooperate"],
  ])("%s", (text, plain) => {
    expect(searchText(text)).toBe(plain);
  });

  test("keeps vowels that change the word", () => {
    expect(searchText("बिल")).not.toBe(searchText("बल"));
  });

  test("has no words if nothing in it is visible", () => {
    expect(searchWords("  Ana   LÓP ")).toEqual(["ana", "lop"]);
    expect(searchWords("\u0301\u200b ")).toEqual([]);
  });
});
