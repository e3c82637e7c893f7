import { businessNow } from "@/lib/platform/db/business-clock";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { log } from "@/lib/platform/logging/log";
import { oneAtATime } from "./one-at-a-time";
import { runJobs } from "./run-jobs";
import { scheduledJobs } from "./scheduled-jobs";
import { walkClock } from "./walk-clock";

/** A queue's job and its schedule. */
export interface QueuedJob {
  readonly cron: string;
  run(): Promise<void>;
}

interface JobQueues {
  readonly jobs: Readonly<Record<string, QueuedJob>>;
  /** Triggered by database notifications: mails issued invoices, restores paid services. */
  readonly invoicesChanged: () => Promise<void>;
  readonly clockMoved: () => Promise<void>;
}

/** The scheduled jobs on their queues. `stopping` is checked between accounts. */
export function jobQueues(stopping: () => boolean): JobQueues {
  const run = async (names: readonly string[]): Promise<void> => {
    const { failures } = await runJobs(await businessNow(), names, stopping);
    for (const failure of failures) log().error({ failure }, "A job failed for one account.");
  };
  const clockMoved = oneAtATime(() => walkClock(stopping));
  const queues = groupBy(scheduledJobs, ({ queue }) => queue);
  const jobs = [...queues].map(([queue, [first, ...others]]) => {
    const names = [first, ...others].flatMap((job) => job?.name ?? []);
    return [queue, { cron: first?.cron ?? "", run: () => run(names) }] as const;
  });
  const urgent = scheduledJobs.filter(({ onInvoiceChange }) => onInvoiceChange).map(({ name }) => name);
  return {
    jobs: { ...Object.fromEntries(jobs), "walk-clock": { cron: "* * * * *", run: clockMoved } },
    invoicesChanged: oneAtATime(() => run(urgent)),
    clockMoved,
  };
}
