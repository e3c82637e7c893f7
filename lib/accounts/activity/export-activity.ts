import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { Problem } from "@/lib/platform/kernel/problem";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { activityWhere } from "./activity-where";
import { eventColumns, presentEvent } from "./present-event";
import { activityFilters } from "./schema";

const MOST_LINES = 20_000;

const header = [
  "Time (UTC)",
  "Person",
  "Staff",
  "Outcome",
  "What",
  "Operation",
  "Permission",
  "Via",
  "Address",
  "About",
  "Id",
];

/**
 * The log as CSV, filtered like the list. The download itself is logged. Throws `invalid` if there are more lines than
 * a file may have: a truncated log would look complete.
 */
export const exportActivity = defineDownload({
  name: "activity.export",
  permission: "activity.export",
  scope: "account",
  summary: "Download the activity log as CSV",
  activity: "export the activity log",
  input: z.object(activityFilters),
  http: { method: "GET", path: "/accounts/{accountId}/activity/export", file: "text/csv" },
  run: async (context, filters) => {
    const { db, account, realNow: now } = context;
    const where = await activityWhere(context, "activity.export", filters);
    const found = inBatches((page) =>
      db.auditEvent.findMany({
        where,
        select: eventColumns,
        orderBy: [{ at: "desc" }, { id: "desc" }],
        ...page,
      }),
    );
    return csvFile(`activity-${account.number}-${iso(now).slice(0, 10)}`, header, linesOf(found));
  },
  logged: () => ({ summary: "Downloaded the activity log" }),
});

async function* linesOf(batches: AsyncIterable<Parameters<typeof presentEvent>[0][]>) {
  let count = 0;
  for await (const events of batches) {
    count += events.length;
    if (count > MOST_LINES) {
      throw new Problem("invalid", `An export can contain at most ${MOST_LINES} events. Choose a shorter period.`, {
        fields: { from: ["Choose a later date."] },
      });
    }
    yield events
      .map(presentEvent)
      .map((event) => [
        event.at,
        event.actorName,
        event.actorIsStaff,
        event.outcome,
        event.summary,
        event.operation,
        event.permission,
        event.via,
        event.ip,
        event.target?.type ?? null,
        event.target?.id ?? null,
      ]);
  }
}
