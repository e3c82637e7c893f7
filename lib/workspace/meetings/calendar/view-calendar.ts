import { z } from "zod";
import { startOfDay } from "@/lib/platform/kernel/day-in-zone";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { listColumns, presentMeeting } from "../present-meeting";
import { meetingItem } from "../schema";

const MOST = 300;

/** The meetings of a month, on the viewer's clocks, drafts and cancelled ones included. */
export const viewCalendar = defineQuery({
  name: "meetings.view-calendar",
  permission: "meetings.view",
  scope: "account",
  summary: "View the meetings of a month",
  activity: "view the calendar",
  input: z.object({
    month: z
      .string()
      .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)
      .optional()
      .describe("YYYY-MM; the current one if absent"),
  }),
  output: z.object({ month: z.string(), meetings: z.array(meetingItem).max(MOST), complete: z.boolean() }),
  http: { method: "GET", path: "/accounts/{accountId}/meeting-calendar" },
  run: async (context, asked) => {
    const { actor, realNow } = context;
    const zone = isTimeZone(actor.timeZone) ? actor.timeZone : "UTC";
    const month = asked.month ?? monthOf(realNow, zone);
    const next = nextMonth(month);
    const found = await context.db.meeting.findMany({
      where: accessibleWhere(context, "meetings.view", {
        startsAt: { gte: startOfDay(`${month}-01`, zone), lt: startOfDay(`${next}-01`, zone) },
      }),
      select: listColumns(context),
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: MOST + 1,
    });
    return { month, meetings: found.slice(0, MOST).map(presentMeeting), complete: found.length <= MOST };
  },
});

const monthOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", timeZone }).format(at).slice(0, 7);

function nextMonth(month: string): string {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
