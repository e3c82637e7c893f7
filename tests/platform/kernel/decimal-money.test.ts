import { describe, expect, it } from "vitest";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";

describe("an amount for a spreadsheet", () => {
  it.each([
    [123_450, "EUR", "1234.50"],
    [-5, "EUR", "-0.05"],
    [0, "USD", "0.00"],
    [500, "JPY", "500"],
    [1_234, "KWD", "1.234"],
  ])("%i %s is %s", (amountMinor, currency, written) => {
    expect(decimalMoney({ amountMinor, currency })).toBe(written);
  });
});
