import type { Pool, PoolClient } from "pg";
import { reportOutage } from "./outage";
import { openStore } from "./store";
import { usualTimings } from "./timings";

const kept = globalThis as { portcullisSandbox?: Pool };

/**
 * Connections of the sandbox bank, which has its own role and schema: its operations persist when
 * the caller's transaction is rolled back, as with a real bank.
 */
export function sandboxStore(): Pool {
  kept.portcullisSandbox ??= openStore({ role: "portcullis_sandbox", max: 4, timings: usualTimings });
  return kept.portcullisSandbox;
}

/** Commits when `work` returns, rolls back when it throws. */
export function inSandbox<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  return reportOutage(async () => {
    const client = await sandboxStore().connect();
    try {
      await client.query("begin");
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      // A lost connection has ended its transaction anyway: report the original error.
      await client.query("rollback").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  });
}

export async function closeSandboxStore(): Promise<void> {
  const pool = kept.portcullisSandbox;
  delete kept.portcullisSandbox;
  await pool?.end();
}
