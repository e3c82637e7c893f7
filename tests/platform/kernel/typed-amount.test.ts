import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minorOf, optionalAmount, typedAmount, typedOf } from "@/lib/platform/kernel/typed-amount";

const read = (text: string, currency: string) => minorOf(typedAmount.parse(text), currency, "amount");

describe("amounts as people type them", () => {
  test.each([
    ["12.50", "EUR", 1250n],
    [" 12,5 ", "EUR", 1250n],
    ["7", "EUR", 700n],
    ["500", "JPY", 500n],
    ["1.234", "KWD", 1234n],
  ])("%s %s", (text, currency, minor) => {
    expect(read(text, currency)).toBe(minor);
  });

  test.each([
    ["1,234", "EUR"],
    ["1.234,50", "EUR"],
    ["500.5", "JPY"],
    ["-1", "EUR"],
    ["1e3", "EUR"],
    ["", "EUR"],
    ["12.", "EUR"],
  ])("%s %s is none", (text, currency) => {
    expect(() => read(text, currency)).toThrow();
  });

  test.each([
    ["10000000000.00", "EUR"],
    ["1000000000.000", "KWD"],
  ])("%s %s is the largest amount", (text, currency) => {
    expect(read(text, currency)).toBe(1_000_000_000_000n);
    expect(() => read(text.replace("1", "9"), currency)).toThrow();
  });

  test("an optional amount is empty or an amount like any other", () => {
    expect([optionalAmount.parse(undefined), optionalAmount.parse("  ")]).toEqual(["", ""]);
    expect(minorOf(optionalAmount.parse(" 12,5 "), "EUR", "amount")).toBe(1250n);
    for (const text of ["-1", ".5", "1e3", "1.234,50"])
      expect(optionalAmount.safeParse(text).success, text).toBe(false);
  });

  test("a formatted amount parses to the same value", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 39), fc.constantFrom("EUR", "JPY", "KWD"), (minor, currency) => {
        expect(read(typedOf(minor, currency), currency)).toBe(BigInt(minor));
      }),
    );
  });
});
