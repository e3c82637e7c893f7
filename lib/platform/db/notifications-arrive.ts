import { once } from "node:events";
import { Client } from "pg";
import { DeadlineError, withDeadline } from "@/lib/platform/kernel/with-deadline";

const WAIT_MS = 5_000;
const CHANNEL = "portcullis_self_test";

interface Way {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a notification sent through one database URL arrives at another. It doesn't if the other leads to another
 * database, or to a pooler in transaction mode, which accepts a LISTEN and delivers nothing.
 */
export async function notificationsArrive({ from, to }: Way): Promise<boolean> {
  const [sender, listener] = [from, to].map(clientOf) as [Client, Client];
  try {
    await Promise.all([sender.connect(), listener.connect()]);
    await listener.query(`listen ${CHANNEL}`);
    await Promise.all([withDeadline(WAIT_MS, once(listener, "notification")), sender.query(`notify ${CHANNEL}`)]);
    return true;
  } catch (error) {
    if (error instanceof DeadlineError) return false;
    throw error;
  } finally {
    await Promise.all([sender.end(), listener.end()].map((ended) => ended.catch(() => {})));
  }
}

function clientOf(connectionString: string): Client {
  const client = new Client({ connectionString, connectionTimeoutMillis: WAIT_MS, query_timeout: WAIT_MS });
  client.on("error", () => {});
  return client;
}
