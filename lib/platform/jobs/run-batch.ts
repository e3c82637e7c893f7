import pMap from "p-map";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";

/** Something to do within one account. `id` is what the finder goes on after. */
export interface Item {
  readonly accountId: string;
  readonly id: string;
}

/** One of the month's jobs: finds what there is to do, and does each in a short transaction of its own. */
export interface BatchJob {
  /** At most `take` items with an id beyond `after`, in the order of ids. */
  find(db: ScopedDb, now: Date, after: string, take: number): Promise<Item[]>;
  /** Safe to repeat, and beside another worker. Returns how many things it did. */
  work(item: Item, now: Date): Promise<number>;
}

export interface Outcome {
  readonly done: number;
  /** What stood in the way, one line an item: the others are not kept waiting by it. */
  readonly failures: readonly string[];
}

const BATCH = 200;
const AT_ONCE = 4;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Does all there is to do of a job at the instant `now` of the business clock. */
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
        // Not `done += await`: that would add to what it was before the others went on.
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
