import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";

/** How many uploads one session or token may have in progress. */
export const SLOTS_EACH = 6;
/** A process that dies keeps its places for that long. */
const HELD_SECONDS = 120;

/**
 * Takes a place for an upload: its number, or null if all are taken. Of those who want the last one at the same time, the
 * primary key lets one have it, and the others look again.
 */
export async function takeSlot(holder: string): Promise<number | null> {
  for (let attempt = 0; attempt < SLOTS_EACH; attempt += 1) {
    const [free = null] = await asWorker((db) =>
      queryRows<{ slot: number }>(
        db,
        sql`select s."slot" from generate_series(1, ${SLOTS_EACH}::int) s ("slot") where not exists (select from "UploadSlot" u
          where u."holder" = ${holder} and u."slot" = s."slot" and u."until" > clock_timestamp()) order by s."slot" limit 1`,
      ),
    );
    if (free === null) return null;
    if (await take(holder, free.slot)) return free.slot;
  }
  return null;
}

const take = async (holder: string, slot: number): Promise<boolean> => {
  const taken = await asWorker((db) =>
    queryRows(
      db,
      sql`insert into "UploadSlot" ("holder", "slot", "until") values (${holder}, ${slot}::int, clock_timestamp() + make_interval(secs => ${HELD_SECONDS}::int))
        on conflict ("holder", "slot") do update set "until" = excluded."until" where "UploadSlot"."until" <= clock_timestamp()
        returning "slot"`,
    ),
  );
  return taken.length > 0;
};

/** For an upload that goes on. */
export const keepSlot = (holder: string, slot: number): Promise<unknown> =>
  asWorker((db) =>
    queryRows(
      db,
      sql`update "UploadSlot" set "until" = clock_timestamp() + make_interval(secs => ${HELD_SECONDS}::int) where "holder" = ${holder} and "slot" = ${slot}::int returning 1`,
    ),
  );

export const freeSlot = (holder: string, slot: number): Promise<unknown> =>
  asWorker((db) => db.uploadSlot.deleteMany({ where: { holder, slot } }));
