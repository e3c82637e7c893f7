import { z } from "zod";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { saveCalendar } from "./save-calendar";
import { calendarInput, type Day, days } from "./schema";

const input = z.object(calendarInput);

/** Changes when staff work. The due times of open tickets are computed anew. */
export const updateBusinessHours = defineCommand({
  name: "service-levels.update-business-hours",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Change the business hours and holidays of the support desk",
  activity: "change the business hours",
  input,
  output: z.object({ version: z.int() }),
  http: { method: "PUT", path: "/staff/business-hours" },
  run: async ({ db }, given) => {
    const week = days.map((day) => hoursOf(day, given[day]));
    await saveCalendar(db, given.version, {
      timeZone: given.timeZone,
      opens: week.map(({ opens }) => opens),
      closes: week.map(({ closes }) => closes),
    });
    await db.supportHoliday.deleteMany({ where: { calendarId: 1 } });
    const holidays = given.holidays === "" ? [] : given.holidays.split("\n");
    await db.supportHoliday.createMany({
      data: holidays.map((line) => ({ day: line.slice(0, 10), name: line.slice(11).trim() })),
    });
    return {
      output: { version: given.version + 1 },
      audit: {
        summary: say("Changed the business hours of the support desk"),
        target: { type: "supportCalendar", id: "1" },
        details: { timeZone: given.timeZone, week, holidays },
      },
    };
  },
});

/** Throws `invalid` for a day that has only one of its times, or doesn't close after it opens. */
function hoursOf(day: Day, { opens, closes }: { opens: string; closes: string }) {
  if (opens === "" && closes === "") return { opens: 0, closes: 0 };
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  if (from === null || to === null || from >= to) {
    throw invalidField(`${day}.closes`, t("Enter an opening time and a later closing time, or leave both empty."));
  }
  return { opens: from, closes: to };
}

function minutesOf(time: string): number | null {
  const [hours, minutes] = time.split(":").map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
