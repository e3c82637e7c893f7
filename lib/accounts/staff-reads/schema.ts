import { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

/** The same for the page, the API and the export. */
export const readFilters = {
  person: id.optional().describe("A member of staff"),
  changes: z
    .enum(["read", "changed"])
    .optional()
    .describe("`read`: only what was shown; `changed`: what could change something"),
  from: calendarDay.optional().describe("First day, in the caller's time zone"),
  to: calendarDay.optional().describe("Last day, in the caller's time zone"),
};

export const readItem = z.object({
  id,
  staff: z.object({ id, name: z.string() }),
  /** "View an invoice" */
  what: z.string(),
  operation: z.string(),
  changes: z.boolean().describe("It could change something; the activity log says what it did"),
  record: z.object({ type: z.string(), id, name: z.string().nullable() }).nullable(),
  /** Whom they viewed the portal as. */
  asName: z.string().nullable(),
  reason: z.string(),
  ticket: z.object({ id, number: z.int() }).nullable(),
  note: z.string().nullable(),
  firstAt: isoDateTime,
  lastAt: isoDateTime,
  times: z.int().describe("How often within ten minutes"),
});

export type ReadItem = z.output<typeof readItem>;
