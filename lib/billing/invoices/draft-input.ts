import { z } from "zod";
import type { InvoiceToDraft } from "@/lib/billing/core/invoicing/draft-contents";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { currency } from "@/lib/platform/kernel/currencies";
import { invalidField } from "@/lib/platform/kernel/problem";
import { minorOf } from "@/lib/platform/kernel/typed-amount";

/** As many as one form has room for. */
export const MOST_LINES = 12;

const line = z.object({
  description: z.string().trim().max(300, "Keep it under 300 characters.").default(""),
  quantity: z.int().min(1, "At least 1.").max(100_000, "At most 100,000.").default(1),
  unit: z
    .string()
    .trim()
    .regex(/^(-?\d{1,10}([.,]\d{1,3})?)?$/, "Write a price such as 12.50, without a currency sign.")
    .default("")
    .describe('Price of one, decimal: "12.50"; negative where something is taken off'),
  taxCategory: z.enum(["standard", "reduced", "none"]).default("standard"),
});

/** What somebody writes on an invoice by hand. Lines without text and price are left out. */
export const draftInput = {
  currency,
  taxMode: z.enum(["exclusive", "inclusive"]).default("exclusive").describe("Whether prices contain the tax"),
  dueOn: calendarDay.describe("The last day on which it can be paid in time, UTC"),
  note: z.string().trim().max(500, "A note has 500 characters at most.").default(""),
  lines: z.array(line).max(MOST_LINES),
};

type Draft = { [K in keyof typeof draftInput]: z.output<(typeof draftInput)[K]> };

/** Throws an `invalid` Problem at the line that says half of what it should. */
export function toDraft({ currency: code, taxMode, note, lines }: Draft): InvoiceToDraft {
  const given = lines
    .map((one, index) => ({ ...one, at: `lines.${index}` }))
    .filter(({ description, unit }) => description !== "" || unit !== "");
  if (given.length === 0) throw invalidField("lines.0.description", "Write at least one line.");
  return {
    currency: code,
    taxMode,
    note: note === "" ? null : note,
    lines: given.map(({ at, description, quantity, unit, taxCategory }) => {
      if (description === "") throw invalidField(`${at}.description`, "Say what it is for.");
      if (unit === "") throw invalidField(`${at}.unit`, "Say what one costs.");
      const minor = minorOf(unit.replace("-", ""), code, `${at}.unit`);
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
