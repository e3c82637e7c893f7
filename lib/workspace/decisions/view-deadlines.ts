import { z } from "zod";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { calendarMonth, MOST_IN_MONTH, monthInput } from "@/lib/workspace/core/calendar-month";
import { decisionColumns } from "./decision-record";
import { presentOutline } from "./present-outline";
import { decisionOutline } from "./schema";

/** For the calendar: the open votes of the viewer's list that end in the weeks of a month, without titles that they may not see. */
export const viewDeadlines = defineQuery({
  name: "decisions.view-deadlines",
  permission: "decisions.search",
  alsoChecks: ["decisions.titles.view"],
  scope: "account",
  summary: "View the open votes that end in the weeks of a month",
  activity: "view the calendar",
  input: z.object(monthInput),
  output: z.object({ decisions: z.array(decisionOutline).max(MOST_IN_MONTH), complete: z.boolean() }),
  http: { method: "GET", path: "/accounts/{accountId}/decision-calendar" },
  run: async (context, asked) => {
    const { instants } = calendarMonth(context, asked.month);
    const found = await context.db.decision.findMany({
      where: accessibleWhere(context, "decisions.search", {
        AND: [{ status: "open" as const }, { voteBy: instants }, { voteBy: { gt: context.realNow } }],
      }),
      select: decisionColumns,
      orderBy: [{ voteBy: "asc" }, { id: "asc" }],
      take: MOST_IN_MONTH + 1,
    });
    return {
      decisions: found.slice(0, MOST_IN_MONTH).map((decision) => presentOutline(context, decision)),
      complete: found.length <= MOST_IN_MONTH,
    };
  },
});
