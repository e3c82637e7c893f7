import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { moneySchema } from "@/lib/platform/kernel/money";
import { mostLinesOnPage } from "@/lib/platform/rendering/download-limits";

export const reportKind = z.enum(["spend", "payments", "outstanding", "services"]);

const column = z.object({
  key: z.string(),
  header: z.string(),
  type: z.enum(["text", "month", "date", "money"]),
});

/** Depends on the column's type: text, a month such as 2026-03, a timestamp or an amount; null if empty. */
const cell = z.union([z.string(), isoDateTime, moneySchema]).nullable();

const row = z.array(cell);

export const report = z.object({
  kind: reportKind,
  title: z.string(),
  says: z.string().describe("Explanation of the figures"),
  from: z.string(),
  to: z.string(),
  columns: z.array(column),
  listed: z
    .boolean()
    .describe(
      `False if only the first ${mostLinesOnPage} rows are listed; the totals cover all of them, and a file lists them all`,
    ),
  currencies: z.array(
    z.object({
      currency: z.string().length(3),
      count: z.int().describe("Rows, listed or not"),
      rows: z.array(row),
      totals: z.array(moneySchema.nullable()).describe("One total per column; null if the column has no amounts"),
    }),
  ),
});

export type ReportKind = z.infer<typeof reportKind>;
export type Report = z.infer<typeof report>;
export type ReportColumn = z.infer<typeof column>;
export type ReportCell = z.infer<typeof cell>;
