import type { Pool } from "pg";
import { openStore } from "./store";
import { usualTimings } from "./timings";

const kept = globalThis as { portcullisBrandStore?: Pool };

/**
 * A connection of its own for the brand, which is read when a process starts and when it has changed: a request that
 * holds a connection never waits for a second one from the same pool.
 */
export function brandStore(): Pool {
  kept.portcullisBrandStore ??= openStore({ role: "portcullis_identity", max: 1, timings: usualTimings });
  return kept.portcullisBrandStore;
}

export async function closeBrandStore(): Promise<void> {
  const pool = kept.portcullisBrandStore;
  delete kept.portcullisBrandStore;
  await pool?.end();
}
