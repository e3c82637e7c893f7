import { asWorker } from "@/lib/platform/db/door";
import { each } from "@/lib/platform/jobs/each";
import { type MonthJobName, monthJobs } from "./jobs";

export interface MonthRun {
  /** How many things each job did; jobs that found nothing are left out. */
  readonly did: Partial<Record<MonthJobName, number>>;
  readonly failures: readonly string[];
}

export const everyJob = Object.keys(monthJobs) as MonthJobName[];

/**
 * Runs some of the month's jobs, one after the other, at the instant `now` of the business clock, and writes down what
 * they did if they did anything.
 */
export async function runMonth(
  now: Date,
  names: readonly MonthJobName[] = everyJob,
  stopping: () => boolean = () => false,
): Promise<MonthRun> {
  const startedAt = new Date();
  const did: Partial<Record<MonthJobName, number>> = {};
  const failures: string[] = [];
  for (const name of names) {
    const outcome = await each(monthJobs[name], now, stopping);
    if (outcome.done > 0) did[name] = outcome.done;
    failures.push(...outcome.failures.map((failure) => `${name}, ${failure}`));
  }
  if (Object.keys(did).length > 0 || failures.length > 0) {
    const run = { at: now, startedAt, finishedAt: new Date(), did, failures: failures.slice(0, 100) };
    await asWorker((db) => db.monthRun.createMany({ data: run }));
  }
  return { did, failures };
}
