import type { Pool } from "pg";
import { openStore } from "./store";
import { shortTimings } from "./timings";

const kept = globalThis as { portcullisRateLimits?: Pool };

/**
 * Two dedicated connections for counting attempts: counts persist when a request's transaction is rolled
 * back, and a request that holds a connection never waits for a second one from the same pool.
 */
export function rateLimitStore(): Pool {
  kept.portcullisRateLimits ??= openStore({ role: "portcullis_identity", max: 2, timings: shortTimings });
  return kept.portcullisRateLimits;
}

export async function closeRateLimitStore(): Promise<void> {
  const pool = kept.portcullisRateLimits;
  delete kept.portcullisRateLimits;
  await pool?.end();
}
