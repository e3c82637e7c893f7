import { Pool } from "pg";
import { env } from "@/lib/platform/config/env";

const kept = globalThis as { portcullisRateLimits?: Pool };

/**
 * Two connections of their own for counting attempts: what was spent stays spent when a request's transaction is rolled
 * back, and a request that holds a connection already never waits for a second one of the same pool.
 */
export function rateLimitStore(): Pool {
  kept.portcullisRateLimits ??= newPool();
  return kept.portcullisRateLimits;
}

export async function closeRateLimitStore(): Promise<void> {
  const pool = kept.portcullisRateLimits;
  delete kept.portcullisRateLimits;
  await pool?.end();
}

function newPool(): Pool {
  const connectionString = env().DATABASE_URL;
  const pool = new Pool({ connectionString, max: 2, allowExitOnIdle: true, options: "-c role=portcullis_identity" });
  // An idle connection that the server ends is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}
