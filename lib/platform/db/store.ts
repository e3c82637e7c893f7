import type { Pool } from "pg";
import { env } from "@/lib/platform/config/env";
import { GuardedPool } from "./guarded-pool";
import { reportOutage } from "./outage";
import type { Timings } from "./timings";

interface StoreSettings {
  /** The database role that its connections start as. */
  readonly role: string;
  readonly max: number;
  readonly timings: Timings;
}

/** Connections besides those of the requests' transactions. Callers get an outage as a Problem. */
export function openStore({ role, max, timings }: StoreSettings): Pool {
  const connectionString = env().DATABASE_URL;
  const pool = new GuardedPool({ connectionString, max, allowExitOnIdle: true, options: `-c role=${role}` }, timings);
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  pool.query = ((...args: unknown[]) => reportOutage(() => query(...args))) as typeof pool.query;
  return pool;
}
