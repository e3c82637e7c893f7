import { Problem } from "@/lib/platform/kernel/problem";
import { type Database, replica } from "./client";
import type { TransactionTerms } from "./connection";
import { Prisma } from "./generated/client";
import { type As, openTransaction } from "./open-transaction";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";

/** How old an answer of the replica may be. */
const MOST_BEHIND_MS = 10_000;
/** How often the primary's position is noted, at most, and after how long a failed replica is asked again. */
const NOTED_EVERY_MS = 1_000;
const LEFT_ALONE_MS = 5_000;

/** How far the primary's log had come at a time. */
interface Position {
  readonly at: number;
  readonly lsn: string;
}

let noted: readonly Position[] = [];
/** Until when a replica that failed isn't asked. */
const leftAlone = new WeakMap<Database, number>();

/**
 * Does `work` in a read-only transaction on the replica. Null if there is none, if it is more than about ten seconds
 * behind, or if it fails: `work` must not change anything, as it is then done on the primary. `identity` is the primary.
 */
export async function onReplica<T>(
  identity: ScopedDb,
  terms: TransactionTerms,
  work: (as: As) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const database = replica();
  if (database === null || Date.now() < (leftAlone.get(database) ?? 0)) return null;
  const least = await leastPosition(identity);
  try {
    return await openTransaction(
      async (as) => {
        const behind = as({ role: "portcullis_app", accountId: null, personId: null });
        return (await hasReached(behind, least)) ? { value: await work(as) } : null;
      },
      { ...terms, database },
    );
  } catch (error) {
    // Without a cause it isn't the database: a thread that renders documents can be busy as well.
    if (!(error instanceof Problem && error.code === "unavailable" && error.cause !== undefined)) throw error;
    leftAlone.set(database, Date.now() + LEFT_ALONE_MS);
    return null;
  }
}

/**
 * What the replica must have replayed. In bytes of the log rather than by its clock: a replica that has lost the primary
 * doesn't know how late it is. Without a position of some seconds ago it is the present one.
 */
async function leastPosition(identity: ScopedDb): Promise<string> {
  const at = Date.now();
  noted = noted.filter((position) => position.at <= at && at - position.at <= 2 * MOST_BEHIND_MS);
  const last = noted.at(-1);
  const present = last && at - last.at < NOTED_EVERY_MS ? last : await presentPosition(identity);
  if (present !== last) noted = [...noted, present];
  return (noted.findLast((position) => at - position.at >= MOST_BEHIND_MS) ?? present).lsn;
}

async function presentPosition(identity: ScopedDb): Promise<Position> {
  const at = Date.now();
  const [row] = await queryRows<{ lsn: string }>(identity, Prisma.sql`select pg_current_wal_lsn()::text as lsn`);
  return { at, lsn: row?.lsn ?? "" };
}

async function hasReached(db: ScopedDb, least: string): Promise<boolean> {
  const [row] = await queryRows<{ reached: boolean | null }>(
    db,
    Prisma.sql`select pg_last_wal_replay_lsn() >= ${least}::pg_lsn as reached`,
  );
  return row?.reached === true;
}
