import { Pool, type PoolClient } from "pg";
import { env } from "@/lib/platform/config/env";

const kept = globalThis as { portcullisSandbox?: Pool };

/**
 * Connections of the sandbox bank, which has a role and a schema of its own: what it was asked to do stays done when
 * the transaction of whoever asked is rolled back, as with a real bank.
 */
export function sandboxStore(): Pool {
  kept.portcullisSandbox ??= newPool();
  return kept.portcullisSandbox;
}

/** Commits when `work` returns, rolls back when it throws. */
export async function inSandbox<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await sandboxStore().connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

export async function closeSandboxStore(): Promise<void> {
  const pool = kept.portcullisSandbox;
  delete kept.portcullisSandbox;
  await pool?.end();
}

function newPool(): Pool {
  const connectionString = env().DATABASE_URL;
  const pool = new Pool({ connectionString, max: 4, allowExitOnIdle: true, options: "-c role=portcullis_sandbox" });
  // An idle connection that the server ends is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}
