import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";

/** What several workers have ended on is left. */
const MOST_RUNS = 3;
/** Longer than any of it may take. After that another worker tries: this one has ended. */
const CLAIM_MINUTES = 10;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Something that waits, and how often it was begun. */
interface Waiting {
  readonly id: string;
  readonly runs: number;
}

interface ClaimedWork<Item extends Waiting> {
  /** The next one by its id that waits and that nobody has claimed until after `now`. */
  readonly find: (db: ScopedDb, after: string, now: Date) => Promise<Item | null>;
  /**
   * Marks one that still waits, and was begun as often as that if it says so: as failed, or as begun and claimed until then.
   * Returns how many it has marked.
   */
  readonly mark: (
    db: ScopedDb,
    one: { readonly id: string; readonly runs?: number },
    as: "failed" | Date,
  ) => Promise<number>;
  readonly work: (item: Item) => Promise<void>;
  /** Writes it to the log. */
  readonly failed: (details: { readonly err: unknown; readonly id: string }) => void;
}

/**
 * Does what waits, one after another, outside of any transaction. Safe to run in any number of workers: who counts up how
 * often it was begun has claimed it. What fails is not tried again; what a worker didn't come to an end with is, a few times.
 *
 * @returns how many were done
 */
export async function workThrough<Item extends Waiting>(
  { find, mark, work, failed }: ClaimedWork<Item>,
  stopping: () => boolean,
): Promise<number> {
  let done = 0;
  for (let after = FIRST; !stopping(); ) {
    const next = await asWorker(async (db) => {
      const now = new Date();
      const item = await find(db, after, now);
      if (item === null) return null;
      const givenUp = item.runs >= MOST_RUNS;
      const marked = await mark(
        db,
        { id: item.id, runs: item.runs },
        givenUp ? "failed" : addMinutes(now, CLAIM_MINUTES),
      );
      return { item, mine: marked > 0 && !givenUp };
    });
    if (next === null) break;
    after = next.item.id;
    if (!next.mine) continue;
    try {
      await work(next.item);
      done += 1;
    } catch (error) {
      failed({ err: error, id: next.item.id });
      await asWorker((db) => mark(db, { id: next.item.id }, "failed"));
    }
  }
  return done;
}
