import { asJob, type Job } from "@/lib/platform/db/transaction";

/**
 * Runs a job's work in a transaction of one account. Closed accounts are skipped. Returns how many things were done.
 */
export async function withinAccount(
  accountId: string,
  now: Date,
  work: (job: Job) => Promise<number>,
): Promise<number> {
  return (await asJob(accountId, now, async (job) => (job.account.closed ? 0 : work(job)))) ?? 0;
}
