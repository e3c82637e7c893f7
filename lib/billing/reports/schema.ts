import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { moneySchema } from "@/lib/platform/kernel/money";

export const reportKind = z.enum(["spend", "payments", "outstanding", "services"]);

const column = z.object({
  key: z.string(),
  header: z.string(),
  type: z.enum(["text", "month", "date", "money"]),
});

/** By the type of its column: a text, a month such as 2026-03, a moment or an amount; null where there is none. */
const cell = z.union([z.string(), isoDateTime, moneySchema]).nullable();

const row = z.array(cell);

export const report = z.object({
  kind: reportKind,
  title: z.string(),
  says: z.string().describe("What the figures are"),
  from: z.string(),
  to: z.string(),
  columns: z.array(column),
  currencies: z.array(
    z.object({
      currency: z.string().length(3),
      rows: z.array(row),
      totals: z.array(moneySchema.nullable()).describe("One cell a column: its sum, null where it has no amounts"),
    }),
  ),
});

export type ReportKind = z.infer<typeof reportKind>;
export type Report = z.infer<typeof report>;
export type ReportColumn = z.infer<typeof column>;
export type ReportCell = z.infer<typeof cell>;
