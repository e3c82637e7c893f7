import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { department, ticketPriority } from "@/lib/support/tickets/schema";
import { readCalendar } from "./read-calendar";
import { calendarOutput, serviceLevel } from "./schema";

export const viewServiceLevels = defineQuery({
  name: "service-levels.view",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "View the targets of the support desk and its business hours",
  activity: "view service levels",
  input: z.object({}),
  output: z.object({ calendar: calendarOutput, levels: z.array(serviceLevel) }),
  http: { method: "GET", path: "/staff/service-levels" },
  run: async ({ db }) => {
    const [calendar, found] = await Promise.all([readCalendar(db), db.serviceLevel.findMany()]);
    const levels = department.options.flatMap((department) =>
      ticketPriority.options.toReversed().map((priority) => {
        const set = found.find((one) => one.department === department && one.priority === priority);
        const { firstResponseMinutes = null, resolutionMinutes = null } = set ?? {};
        return { department, priority, firstResponseMinutes, resolutionMinutes };
      }),
    );
    return { calendar, levels };
  },
});
