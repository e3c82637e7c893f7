import pMap from "p-map";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";

/** A work item within one account. `id` is the finder's cursor. */
export interface Item {
  readonly accountId: string;
  readonly id: string;
}

/** A scheduled job: finds work items and handles each in its own short transaction. */
export interface BatchJob {
  /** At most `take` items with an id beyond `after`, ordered by id. */
  find(db: ScopedDb, now: Date, after: string, take: number): Promise<Item[]>;
  /** Safe to repeat, and in parallel with another worker. Returns how many things it did. */
  work(item: Item, now: Date): Promise<number>;
}

export interface Outcome {
  readonly done: number;
  /** Errors, one line per item: they don't hold up the other items. */
  readonly failures: readonly string[];
}

const BATCH = 200;
const AT_ONCE = 4;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Does all of a job's work at the instant `now` of the business clock. */
export async function runBatch(job: BatchJob, now: Date, stopping: () => boolean = () => false): Promise<Outcome> {
  let done = 0;
  const failures: string[] = [];
  let after = FIRST;
  while (!stopping()) {
    const items = await asWorker((db) => job.find(db, now, after, BATCH));
    const last = items.at(-1);
    if (last === undefined) break;
    after = last.id;
    const workOn = async (item: Item) => {
      if (stopping()) return;
      try {
        // Not `done += await`: that would use the value from before the await.
        const times = await job.work(item, now);
        done += times;
      } catch (error) {
        failures.push(`account ${item.accountId}: ${oneLine(error)}`);
      }
    };
    await pMap(items, workOn, { concurrency: AT_ONCE });
  }
  return { done, failures };
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim().slice(0, 400);
