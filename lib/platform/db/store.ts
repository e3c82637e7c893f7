import type { Pool } from "pg";
import { env } from "@/lib/platform/config/env";
import { GuardedPool } from "./guarded-pool";
import { reportOutage } from "./outage";
import type { PortalRole } from "./portal-roles";
import type { Timings } from "./timings";

interface StoreSettings {
  /** The database role that its transactions start as. */
  readonly role: PortalRole;
  readonly max: number;
  readonly timings: Timings;
}

/**
 * Connections besides those of the requests' transactions. A single query is a transaction of its own, for only those
 * have a role. Callers get an outage as a Problem.
 */
export function openStore({ role, max, timings }: StoreSettings): Pool {
  const settings = { connectionString: env().DATABASE_URL, max, allowExitOnIdle: true };
  const pool = new GuardedPool(settings, timings, role);
  const query = (...args: unknown[]) => reportOutage(() => queryInTransaction(pool, args));
  pool.query = query as typeof pool.query;
  return pool;
}

async function queryInTransaction(pool: Pool, args: unknown[]): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await (client.query as (...args: unknown[]) => Promise<unknown>)(...args);
    await client.query("commit");
    return result;
  } catch (error) {
    // A lost connection has ended its transaction anyway: report the original error.
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
