import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";

/**
 * Locks a decision's row until the transaction ends, and returns the database's time once it has it: what is read and decided
 * afterwards stays so. Votes share the lock; whatever changes the decision has it alone.
 */
export async function lockDecision(
  db: ScopedDb,
  { accountId, id, shared = false }: { readonly accountId: string; readonly id: string; readonly shared?: boolean },
): Promise<Date> {
  if (shared)
    await queryRows(
      db,
      sql`select 1 as "one" from "Decision" where "accountId" = ${accountId}::uuid and "id" = ${id}::uuid for share`,
    );
  else
    await queryRows(
      db,
      sql`select 1 as "one" from "Decision" where "accountId" = ${accountId}::uuid and "id" = ${id}::uuid for no key update`,
    );
  const [row] = await queryRows<{ now: Date }>(db, sql`select clock_timestamp() as "now"`);
  return row?.now ?? new Date();
}
