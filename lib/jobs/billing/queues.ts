import { oneAtATime } from "@/lib/jobs/one-at-a-time";
import { businessNow } from "@/lib/platform/db/business-clock";
import type { MonthJobName } from "./jobs";
import { runMonth } from "./run-month";
import { walkClock } from "./walk-clock";

/** A job of the queue and when it runs. */
export interface QueuedJob {
  readonly cron: string;
  run(): Promise<void>;
}

const FIVE_MINUTES = "*/5 * * * *";
const HOURLY = "7 * * * *";

/** The month's jobs by the name of their queue. */
const queues: Readonly<Record<string, { readonly cron: string; readonly names: readonly MonthJobName[] }>> = {
  "settle-payments": { cron: "* * * * *", names: ["settlePayments", "settleRefunds"] },
  "renew-services": { cron: FIVE_MINUTES, names: ["end", "renew", "announce"] },
  "charge-invoices": { cron: FIVE_MINUTES, names: ["charge"] },
  "restore-services": { cron: FIVE_MINUTES, names: ["restore"] },
  "remind-of-invoices": { cron: HOURLY, names: ["remind"] },
  "suspend-services": { cron: HOURLY, names: ["suspend"] },
  "tell-of-cards": { cron: HOURLY, names: ["tellOfCards"] },
  "forget-methods": { cron: FIVE_MINUTES, names: ["forget"] },
};

interface MonthQueues {
  readonly jobs: Readonly<Record<string, QueuedJob>>;
  /** For when the database says so: mails an invoice that was issued, restores what was paid for. */
  readonly invoicesChanged: () => Promise<void>;
  readonly clockMoved: () => Promise<void>;
}

/** The month on the queue. `stopping` is asked between accounts. */
export function monthQueues(stopping: () => boolean): MonthQueues {
  const run = async (names: readonly MonthJobName[]): Promise<void> => {
    const { failures } = await runMonth(await businessNow(), names, stopping);
    for (const failure of failures) console.error("worker:", failure);
  };
  const clockMoved = oneAtATime(() => walkClock(stopping));
  const jobs = Object.entries(queues).map(
    ([name, { cron, names }]) => [name, { cron, run: () => run(names) }] as const,
  );
  return {
    jobs: { ...Object.fromEntries(jobs), "walk-clock": { cron: "* * * * *", run: clockMoved } },
    invoicesChanged: oneAtATime(() => run(["announce", "restore"])),
    clockMoved,
  };
}
