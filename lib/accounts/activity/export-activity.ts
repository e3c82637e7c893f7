import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { activityWhere } from "./activity-where";
import { hiddenTargets, TARGET_PERMISSIONS } from "./hidden-targets";
import { mayStillHave, noteNamed } from "./prepared-names";
import { eventColumns, presentEvent } from "./present-event";
import { activityFilters } from "./schema";

const header = [
  msg("Time (UTC)"),
  msg("Person"),
  msg("Staff"),
  msg("Outcome"),
  msg("What"),
  msg("Operation"),
  msg("Permission"),
  msg("Via"),
  msg("Address"),
  msg("About"),
  msg("Id"),
  msg("Changes"),
];

/** The log as CSV, filtered like the list. The download itself is logged. */
export const exportActivity = defineExport({
  name: "activity.export",
  permission: "activity.export",
  alsoChecks: TARGET_PERMISSIONS,
  scope: "account",
  summary: "Download the activity log as CSV",
  activity: "export the activity log",
  input: z.object({ ...activityFilters, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/activity/export", file: "text/csv" },
  replica: true,
  lines: async (context, filters, most) =>
    context.db.auditEvent.count({ where: await activityWhere(context, "activity.export", filters), take: most }),
  mayStillHave,
  run: async (context, filters) => {
    const { db, account, realNow: now } = context;
    const where = await activityWhere(context, "activity.export", filters);
    const found = inBatches({ by: "at", direction: "desc" }, ({ beyond, take }) =>
      db.auditEvent.findMany({
        where: { AND: [where, beyond] },
        select: eventColumns,
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take,
      }),
    );
    return csvFile(
      `activity-${account.number}-${iso(now).slice(0, 10)}`,
      header.map((name) => t(name)),
      linesOf(context, found),
    );
  },
  logged: () => ({ summary: say("Downloaded the activity log") }),
});

async function* linesOf(context: Context<"account">, batches: AsyncIterable<Parameters<typeof presentEvent>[0][]>) {
  for await (const events of batches) {
    const reader = { locale: context.actor.locale, hidden: await hiddenTargets(context, events) };
    noteNamed(events, reader.hidden);
    yield events
      .map((event) => presentEvent(event, reader))
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
        event.changes.map(({ what, before, after }) => `${what}: ${before ?? "–"} → ${after ?? "–"}`).join("; "),
      ]);
  }
}
