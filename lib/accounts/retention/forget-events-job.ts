import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { msg } from "@/lib/platform/language/msg";
import { forgetEvents } from "./forget-events";
import { readRetention } from "./read-retention";
import { eventClasses } from "./schema";

/** Closed accounts too: what the law asks for is in the time events are kept. */
export const forgetEventsJob: ScheduledJob = {
  name: "forget-events",
  phase: "clean",
  queue: "forget-events",
  cron: "53 4 * * *",
  words: msg(
    "{count, plural, one {# old event of the activity log deleted} other {# old events of the activity log deleted}}",
  ),
  find: async (db, _now, after, take) => {
    const kept = await readRetention(db);
    if (eventClasses.every((one) => kept[one] === null)) return [];
    const accounts = await db.account.findMany({
      where: { id: { gt: after } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return accounts.map(({ id }) => ({ id, accountId: id }));
  },
  work: ({ accountId }) => forgetEvents(accountId),
};
