import { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { clockTime } from "@/lib/platform/kernel/clock-time";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { issue } from "@/lib/platform/language/msg";
import { MOST_ATTENDEES } from "./attendees/schema";

/** One line: white space between the words becomes a single space. */
export const lineOf = (longest: number) =>
  z.string().overwrite(oneLine).max(longest, issue("This text is too long. Shorten it."));

export const titleText = lineOf(200).min(1, issue("Enter a title."));

/** Several lines. Browsers send line ends as CR LF; they are stored as LF. */
export const textOf = (longest: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
    .max(longest, issue("This text is too long. Shorten it."));

export const reasonText = textOf(1_000).min(1, issue("Enter a reason."));

/** A day and a time on the clocks of the meeting's place. */
export const localDay = calendarDay;
export const localTime = clockTime;

/** When and where a meeting takes place, as it is entered. */
export const whenAndWhere = {
  day: localDay.describe("The day it begins, on the clocks of its time zone"),
  startTime: localTime.describe("HH:MM on those clocks"),
  endTime: localTime.describe("HH:MM; not later than the start means the next day"),
  zone: z.string().max(100).refine(isTimeZone, issue("Choose a time zone from the list.")).describe("IANA name"),
  place: lineOf(200).default(""),
  url: z
    .union([
      z.literal(""),
      z.url({ protocol: /^https?$/, error: issue("Enter a web address that begins with https://.") }).max(500),
    ])
    .default("")
    .describe("Where to join online"),
};

/** An agenda item as it is entered. */
export const itemFields = {
  title: titleText,
  minutesLong: z.int().min(1).max(600).nullable().default(null).describe("Planned minutes"),
  presenter: id.nullable().default(null).describe("An attendee"),
  numbered: z.boolean().default(true).describe("False for a break"),
  notes: textOf(10_000).default(""),
  confidential: z.boolean().default(false),
  neutralTitle: lineOf(200).default("").describe("What others read in place of a confidential item"),
  readers: z.array(id).max(MOST_ATTENDEES).default([]).describe("Attendees who see a confidential item"),
  organisations: textOf(6_500).default("").describe("Organisations it is about, one on each line"),
};
