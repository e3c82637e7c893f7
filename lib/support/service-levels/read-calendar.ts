import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { BusinessCalendar } from "./business-time";
import type { CalendarOutput } from "./schema";

/** Before one was saved: its version is 0, and nothing is due. */
const preset: CalendarOutput = {
  timeZone: "UTC",
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? { opens: 540, closes: 1_020 } : { opens: 0, closes: 0 })),
  holidays: [],
  version: 0,
};

/** The calendar of the support desk. */
export async function readCalendar(db: ScopedDb): Promise<CalendarOutput> {
  const found = await db.supportCalendar.findUnique({
    where: { id: 1 },
    select: {
      timeZone: true,
      opens: true,
      closes: true,
      version: true,
      holidays: { select: { day: true, name: true }, orderBy: { day: "asc" } },
    },
  });
  if (found === null) return preset;
  const { opens, closes, ...calendar } = found;
  return { ...calendar, week: opens.map((minute, day) => ({ opens: minute, closes: closes[day] ?? minute })) };
}

export const businessCalendar = ({ timeZone, week, holidays }: CalendarOutput): BusinessCalendar => ({
  timeZone,
  week,
  holidays: new Set(holidays.map(({ day }) => day)),
});
