import { asJob, type Job } from "@/lib/platform/db/transaction";

/** A job's work in a transaction of one account. A closed account is left alone. Returns how many things were done. */
export async function withinAccount(
  accountId: string,
  now: Date,
  work: (job: Job) => Promise<number>,
): Promise<number> {
  return (await asJob(accountId, now, async (job) => (job.account.closed ? 0 : work(job)))) ?? 0;
}
