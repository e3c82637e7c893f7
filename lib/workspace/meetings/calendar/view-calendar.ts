import { z } from "zod";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { calendarMonth, MOST_IN_MONTH, monthInput } from "@/lib/workspace/core/calendar-month";
import { listColumns, presentMeeting } from "../present-meeting";
import { meetingItem } from "../schema";

/** The meetings in the weeks of a month, on the viewer's clocks, drafts and cancelled ones included. */
export const viewCalendar = defineQuery({
  name: "meetings.view-calendar",
  permission: "meetings.view",
  scope: "account",
  summary: "View the meetings in the weeks of a month",
  activity: "view the calendar",
  input: z.object(monthInput),
  output: z.object({ month: z.string(), meetings: z.array(meetingItem).max(MOST_IN_MONTH), complete: z.boolean() }),
  http: { method: "GET", path: "/accounts/{accountId}/meeting-calendar" },
  run: async (context, asked) => {
    const { month, instants } = calendarMonth(context, asked.month);
    const found = await context.db.meeting.findMany({
      where: accessibleWhere(context, "meetings.view", { startsAt: instants }),
      select: listColumns(context),
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: MOST_IN_MONTH + 1,
    });
    return {
      month,
      meetings: found.slice(0, MOST_IN_MONTH).map(presentMeeting),
      complete: found.length <= MOST_IN_MONTH,
    };
  },
});
