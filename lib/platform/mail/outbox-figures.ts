import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";

interface OutboxFigures {
  readonly waiting: number;
  /** When the oldest of them became due; null if nothing is waiting. */
  readonly oldestSince: Date | null;
}

/** The mail that is due and not sent. */
export async function outboxFigures(now: Date = new Date()): Promise<OutboxFigures> {
  const [figures] = await asWorker((db) =>
    queryRows<OutboxFigures>(
      db,
      // The status is written out: PostgreSQL uses the index of waiting mail only if it knows that it is asked for.
      sql`select count(*)::int as "waiting", min("nextTryAt") as "oldestSince" from "OutboxMail"
        where "status" = 'queued' and "nextTryAt" <= ${now}`,
    ),
  );
  return figures ?? { waiting: 0, oldestSince: null };
}
