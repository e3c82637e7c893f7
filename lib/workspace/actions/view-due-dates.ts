import { z } from "zod";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { calendarMonth, MOST_IN_MONTH, monthInput } from "@/lib/workspace/core/calendar-month";

/** For the calendar: the open actions of the viewer's list that are due in the weeks of a month. */
export const viewDueDates = defineQuery({
  name: "actions.view-due-dates",
  permission: "actions.view",
  scope: "account",
  summary: "View the open actions that are due in the weeks of a month",
  activity: "view the calendar",
  input: z.object(monthInput),
  output: z.object({
    actions: z.array(z.object({ id, number: z.int(), title: z.string(), dueOn: z.iso.date() })).max(MOST_IN_MONTH),
    complete: z.boolean(),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/action-calendar" },
  run: async (context, asked) => {
    const found = await context.db.action.findMany({
      where: accessibleWhere(context, "actions.view", {
        doneOrder: 0,
        dueOn: calendarMonth(context, asked.month).days,
      }),
      select: { id: true, number: true, title: true, dueOn: true },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST_IN_MONTH + 1,
    });
    return {
      actions: found
        .slice(0, MOST_IN_MONTH)
        .flatMap(({ dueOn, ...action }) => (dueOn === null ? [] : [{ ...action, dueOn: dayOf(dueOn) }])),
      complete: found.length <= MOST_IN_MONTH,
    };
  },
});
