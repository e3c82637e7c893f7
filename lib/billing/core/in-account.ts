import { businessNow } from "@/lib/platform/db/business-clock";
import { asJob, type Job } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Runs work on one account's money in its own transaction. Throws `not-found` if the account doesn't exist. */
export async function inAccount<T>(accountId: string, work: (job: Job) => Promise<T>): Promise<T> {
  const done = await asJob(accountId, await businessNow(), async (job) => ({ value: await work(job) }));
  if (done === null) throw notFound(t("Account not found."));
  return done.value;
}
