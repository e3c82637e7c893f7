import { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { clockTime } from "@/lib/platform/kernel/clock-time";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { version } from "@/lib/platform/kernel/ids";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { issue } from "@/lib/platform/language/msg";
import { department, ticketPriority } from "@/lib/support/tickets/schema";

/** `HH:MM`; 24:00 is the end of a day. */
const hour = z
  .string()
  .trim()
  .pipe(z.union([z.enum(["", "24:00"]), clockTime], { error: issue("Enter a time, such as 09:30.") }))
  .describe("HH:MM, or empty on a day without work");

const dayHours = z.object({ opens: hour, closes: hour });

export const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Day = (typeof days)[number];

/** The longest list of holidays: some years' worth. */
const MOST_HOLIDAYS = 200;

/** A holiday a line: `2026-12-25 Christmas Day`. */
const holidayLines = z
  .string()
  .max(20_000, issue("Use at most 20,000 characters."))
  .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
  .refine((text) => text === "" || text.split("\n").every(isHolidayLine), {
    message: issue("Write one holiday per line: the date, then its name, such as 2026-12-25 Christmas Day."),
  })
  .refine((text) => text.split("\n").length <= MOST_HOLIDAYS, { message: issue("Enter at most 200 holidays.") })
  .refine((text) => new Set(text.split("\n").map((line) => line.slice(0, 10))).size === text.split("\n").length, {
    message: issue("A date is there twice."),
  })
  .describe("One holiday per line: YYYY-MM-DD and its name");

const isHolidayLine = (line: string): boolean =>
  /^\d{4}-\d{2}-\d{2} \S.{0,79}$/.test(line) && calendarDay.safeParse(line.slice(0, 10)).success;

export const calendarInput = {
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, { message: issue("Choose a time zone from the list.") }),
  ...(Object.fromEntries(days.map((day) => [day, dayHours])) as Record<Day, typeof dayHours>),
  holidays: holidayLines,
  version: version.or(z.literal(0)).describe("0 while none was saved yet"),
};

export const calendarOutput = z.object({
  timeZone: z.string(),
  week: z.array(z.object({ opens: z.int(), closes: z.int() })),
  holidays: z.array(z.object({ day: z.string(), name: z.string() })),
  version: z.int(),
});

export const serviceLevel = z.object({
  department,
  priority: ticketPriority,
  firstResponseMinutes: z.int().nullable(),
  resolutionMinutes: z.int().nullable(),
});

export type CalendarOutput = z.infer<typeof calendarOutput>;
export type ServiceLevel = z.infer<typeof serviceLevel>;

export const dueTarget = z
  .object({
    targetMinutes: z.int(),
    /** What was left of it when the clock last started; null while it stands still. */
    leftMinutes: z.number().nullable(),
    from: isoDateTime.nullable(),
    dueAt: isoDateTime.nullable(),
  })
  .nullable();

export const dueExplanation = z.object({
  firstResponse: dueTarget,
  firstRespondedAt: isoDateTime.nullable(),
  resolution: dueTarget,
  closedAt: isoDateTime.nullable(),
  paused: z.boolean(),
});

export type DueExplanation = z.infer<typeof dueExplanation>;
