import { describe, expect, it } from "vitest";
import { formatMoney } from "@/lib/platform/kernel/format-money";

describe("formatMoney", () => {
  it.each([
    [128_400, "EUR", "en-GB", "€1,284.00"],
    [5, "EUR", "en-GB", "€0.05"],
    [-2_500, "USD", "en-US", "-$25.00"],
    [1_500, "JPY", "en-GB", "¥1,500"],
    [1_234, "KWD", "en-GB", "KWD 1.234"],
    [128_400, "EUR", "de-DE", "1.284,00 €"],
  ])("writes %d minor units of %s for %s", (minor, currency, locale, written) => {
    expect(formatMoney(minor, currency, locale).replaceAll(/\s/g, " ")).toBe(written);
  });

  it("keeps every cent of amounts that a float would round", () => {
    expect(formatMoney(9_007_199_254_740_993_07n, "EUR", "en-GB")).toBe("€9,007,199,254,740,993.07");
  });
});
