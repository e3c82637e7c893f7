import { lockName } from "@/lib/platform/db/lock-name";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";

/** How many uploads one person may have in progress. */
export const SLOTS_EACH = 6;
/** A process that dies keeps its places for that long. */
const HELD_SECONDS = 120;

/**
 * Takes a place for an upload: its number, or null if all are taken. Those of one holder take turns, so that nobody is told
 * that there is none while another one's is just being taken.
 */
export const takeSlot = (holder: string): Promise<number | null> =>
  asWorker(async (db) => {
    await lockName(db, `uploads of ${holder}`);
    const [taken = null] = await queryRows<{ slot: number }>(
      db,
      sql`insert into "UploadSlot" ("holder", "slot", "until")
        select ${holder}, s."slot", clock_timestamp() + make_interval(secs => ${HELD_SECONDS}::int)
          from generate_series(1, ${SLOTS_EACH}::int) s ("slot") where not exists (select from "UploadSlot" u
            where u."holder" = ${holder} and u."slot" = s."slot" and u."until" > clock_timestamp()) order by s."slot" limit 1
        on conflict ("holder", "slot") do update set "until" = excluded."until" returning "slot"`,
    );
    return taken?.slot ?? null;
  });

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
