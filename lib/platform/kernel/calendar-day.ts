import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/** A day in UTC, `YYYY-MM-DD`, as date fields use it. */
export const calendarDay = z.iso
  .date(issue("Choose a date."))
  .refine((day) => day >= "2000-01-01" && day <= "2199-12-31", issue("Choose a date between 2000 and 2199."));

export const startOfDayUtc = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** The last moment of a day: nothing due on it is late before then. */
export const endOfDayUtc = (day: string): Date => new Date(`${day}T23:59:59.000Z`);

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
