import { asWorker } from "@/lib/platform/db/transaction";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { scheduledJobs } from "./scheduled-jobs";

export interface JobRun {
  /** How many things each job did; jobs without work are left out. */
  readonly did: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

const everyJob = scheduledJobs.map(({ name }) => name);

/** Runs scheduled jobs in order, at `now` on the billing clock, and records what they did, if anything. */
export async function runJobs(
  now: Date,
  names: readonly string[] = everyJob,
  stopping: () => boolean = () => false,
): Promise<JobRun> {
  const startedAt = new Date();
  const did: Record<string, number> = {};
  const failures: string[] = [];
  for (const job of scheduledJobs.filter(({ name }) => names.includes(name))) {
    const { name } = job;
    const outcome = await runBatch(job, now, stopping);
    if (outcome.done > 0) did[name] = outcome.done;
    failures.push(...outcome.failures.map((failure) => `${name}, ${failure}`));
  }
  if (Object.keys(did).length > 0 || failures.length > 0) {
    const run = { at: now, startedAt, finishedAt: new Date(), did, failures: failures.slice(0, 100) };
    await asWorker((db) => db.monthRun.createMany({ data: run }));
  }
  return { did, failures };
}
