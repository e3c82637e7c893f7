import { z } from "zod";
import type { InvoiceToDraft } from "@/lib/billing/core/invoicing/draft-contents";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { currency } from "@/lib/platform/kernel/currencies";
import { invalidField } from "@/lib/platform/kernel/problem";
import { minorOf, upToMost } from "@/lib/platform/kernel/typed-amount";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** The number of lines the form offers. */
export const MOST_LINES = 12;

const line = z.object({
  description: z.string().trim().max(300, issue("Use at most 300 characters.")).default(""),
  quantity: z.int().min(1, issue("Enter at least 1.")).max(100_000, issue("Enter at most 100,000.")).default(1),
  unit: z
    .string()
    .trim()
    .regex(/^(-?\d{1,10}([.,]\d{1,3})?)?$/, issue("Enter a price such as 12.50, without a currency symbol."))
    .default("")
    .describe('Unit price, decimal: "12.50"; negative for a deduction'),
  taxCategory: z.enum(["standard", "reduced", "none"]).default("standard"),
});

/** Input of a manual invoice. Lines without description and price are ignored. */
export const draftInput = {
  currency,
  taxMode: z.enum(["exclusive", "inclusive"]).default("exclusive").describe("Whether prices exclude or include tax"),
  dueOn: calendarDay.describe("Due date, UTC"),
  note: z.string().trim().max(500, issue("Use at most 500 characters.")).default(""),
  lines: z.array(line).max(MOST_LINES),
};

type Draft = { [K in keyof typeof draftInput]: z.output<(typeof draftInput)[K]> };

/** Throws an `invalid` Problem at a line that has only a description or only a price, or amounts to too much. */
export function toDraft({ currency: code, taxMode, note, lines }: Draft): InvoiceToDraft {
  const given = lines
    .map((one, index) => ({ ...one, at: `lines.${index}` }))
    .filter(({ description, unit }) => description !== "" || unit !== "");
  if (given.length === 0) throw invalidField("lines.0.description", t("Enter at least one line."));
  return {
    currency: code,
    taxMode,
    note: note === "" ? null : note,
    lines: given.map(({ at, description, quantity, unit, taxCategory }) => {
      if (description === "") throw invalidField(`${at}.description`, t("Enter a description."));
      if (unit === "") throw invalidField(`${at}.unit`, t("Enter a unit price."));
      const minor = minorOf(unit.replace("-", ""), code, `${at}.unit`);
      upToMost(minor * BigInt(quantity), code, `${at}.unit`);
      return {
        kind: "oneOff" as const,
        description,
        quantity,
        unitMinor: unit.startsWith("-") ? -minor : minor,
        taxCategory,
      };
    }),
  };
}
