import { describe, expect, it } from "vitest";
import { z } from "zod";
import { draftInput, toDraft } from "@/lib/billing/invoices/draft-input";
import { money } from "@/lib/platform/kernel/money";
import { Problem } from "@/lib/platform/kernel/problem";

const draft = (quantity: number, unit: string) =>
  toDraft(
    z.object(draftInput).parse({
      currency: "EUR",
      dueOn: "2026-12-31",
      lines: [{ description: "Support", quantity, unit }],
    }),
  );

describe("a line of a manual invoice", () => {
  it.each([
    [100_000, "10000000"],
    [100_000, "-10000000.00"],
    [100, "9999999999.99"],
  ])("can't amount to more than can be shown again: %d at %s", (quantity, unit) => {
    expect(() => draft(quantity, unit)).toThrow(Problem);
    try {
      draft(quantity, unit);
    } catch (error) {
      expect((error as Problem).extra.fields).toEqual({
        "lines.0.unit": ["Amounts can be up to €10,000,000,000.00."],
      });
    }
  });

  it("adds up exactly at the largest amount", () => {
    const [line] = draft(100_000, "100000").lines;
    expect(money(BigInt(line?.quantity ?? 0) * (line?.unitMinor ?? 0n) * 9_000n, "EUR").amountMinor).toBe(
      9_000_000_000_000_000,
    );
  });
});
