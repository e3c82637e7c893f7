import { z } from "zod";
import { pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { activityWhere } from "./activity-where";
import { eventColumns, presentEvent } from "./present-event";
import { activityEvent, activityFilters } from "./schema";

/** Who did what when on the account, newest first, with the attempts that were refused. */
export const listActivity = defineQuery({
  name: "activity.list",
  permission: "activity.view",
  scope: "account",
  summary: "List the activity log, denied attempts included, newest first",
  input: z.object({ ...activityFilters, ...pageInput }),
  output: pageOf(activityEvent),
  http: { method: "GET", path: "/accounts/{accountId}/activity" },
  run: async (context, { page, ...filters }) => {
    const where = activityWhere(context, "activity.view", filters);
    const total = await context.db.auditEvent.count({ where });
    const events = await context.db.auditEvent.findMany({
      where,
      select: eventColumns,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      ...pageSlice(page),
    });
    return pageResult(events.map(presentEvent), total, page);
  },
});
