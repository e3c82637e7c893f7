import { Client } from "pg";
import { env } from "@/lib/platform/config/env";

export interface Listener {
  stop(): Promise<void>;
}

type Channel =
  | "portcullis_brand"
  | "portcullis_mail"
  | "portcullis_billing"
  | "portcullis_clock"
  | "portcullis_exports"
  | "portcullis_files"
  | "portcullis_import"
  | "portcullis_inbound"
  | "portcullis_live"
  | "portcullis_provisioning"
  | "portcullis_push"
  | "portcullis_replies"
  | "portcullis_due";

export interface ListenTimings {
  /** Delay between a lost connection and the next attempt. */
  readonly retry: number;
  /** Timeout for connecting, and for each probe. */
  readonly answer: number;
  /** Interval between probes: a silently lost connection isn't reported. */
  readonly heartbeat: number;
}

const usual: ListenTimings = { retry: 2_000, answer: 3_000, heartbeat: 5_000 };

/**
 * Calls `heard` for each notification of a PostgreSQL channel, and once after every connection, because notifications
 * may have been missed. A lost connection is reopened, including one lost silently; until then
 * callers must poll.
 *
 * @param heard gets the notification's payload, and nothing after a connection
 * @param missing is called whenever a connection is lost: from then on nothing is heard
 */
export function listen(
  channel: Channel,
  heard: (payload?: string) => void,
  timings: ListenTimings = usual,
  missing: () => void = () => {},
): Listener {
  let stopped = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString: env().DATABASE_DIRECT_URL,
      connectionTimeoutMillis: timings.answer,
      query_timeout: timings.answer,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client = fresh;
    fresh.on("notification", ({ payload }) => heard(payload));
    fresh.on("error", lost);
    fresh.on("end", lost);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      heard();
      askAgain();
    } catch {
      lost();
    }

    function lost(): void {
      if (stopped || client !== fresh) return;
      client = null;
      missing();
      clearTimeout(heartbeat);
      fresh.end().catch(() => {});
      retry = setTimeout(connect, timings.retry);
    }

    function askAgain(): void {
      heartbeat = setTimeout(() => fresh.query("select 1").then(askAgain, lost), timings.heartbeat);
    }
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      clearTimeout(heartbeat);
      await client?.end().catch(() => {});
    },
  };
}
