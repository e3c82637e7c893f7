import { currentBrand } from "@/lib/platform/brand/current-brand";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import { msg } from "@/lib/platform/language/msg";

/** In one transaction, with one line in the log about them. */
const AT_ONCE = 10_000;

/**
 * Deletes the events of an account that are older than the installation keeps, or those of no account, in short transactions. The
 * database decides which these are, and writes what it deleted into the log.
 */
export async function forgetEvents(accountId: string | null, stopping: () => boolean = () => false): Promise<number> {
  const { name: author } = await currentBrand();
  const text = String(msg("Deleted events of the activity log that were kept long enough: {count}, up to {day}"));
  let done = 0;
  while (!stopping()) {
    const [row] = await asWorker((db) =>
      queryRows<{ deleted: number }>(
        db,
        sql`select portcullis_forget_events(${accountId}::uuid, ${AT_ONCE}::int, ${author}, ${text}, ${currentRequestId()}) as deleted`,
      ),
    );
    done += row?.deleted ?? 0;
    if ((row?.deleted ?? 0) < AT_ONCE) break;
  }
  return done;
}
