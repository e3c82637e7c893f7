import { Client } from "pg";
import { env } from "@/lib/platform/config/env";

export interface Listener {
  stop(): Promise<void>;
}

type Channel = "portcullis_mail" | "portcullis_billing" | "portcullis_clock";

const RETRY_MS = 5_000;

/**
 * Calls `heard` for each notification of a PostgreSQL channel, and once after every connection, because something may
 * have been said while nobody listened. A lost connection is made again; until then others must look by themselves.
 */
export function listen(channel: Channel, heard: () => void): Listener {
  let stopped = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client = fresh;
    fresh.on("notification", heard);
    fresh.on("error", lost);
    fresh.on("end", lost);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      heard();
    } catch {
      lost();
    }

    function lost(): void {
      if (stopped || client !== fresh) return;
      client = null;
      fresh.end().catch(() => {});
      retry = setTimeout(connect, RETRY_MS);
    }
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
