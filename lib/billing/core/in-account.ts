import { businessNow } from "@/lib/platform/db/business-clock";
import { asJob, type Job } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/kernel/problem";

/** Work on one account's money in a transaction of its own. Throws `not-found` where there is no such account. */
export async function inAccount<T>(accountId: string, work: (job: Job) => Promise<T>): Promise<T> {
  const done = await asJob(accountId, await businessNow(), async (job) => ({ value: await work(job) }));
  if (done === null) throw notFound("There is no such account.");
  return done.value;
}
