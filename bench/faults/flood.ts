import { once } from "node:events";
import { Worker } from "node:worker_threads";

export interface FloodWanted {
  readonly url: string;
  /** One agent for the whole flood, as an attacking program would keep. */
  readonly cookie: string;
  readonly csrfToken: string;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface FloodSeen {
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds, by status. */
  readonly slowest: Readonly<Record<string, number>>;
}

/** Sign-ins with wrong passwords, each for another address and from another network, until all are answered. */
export async function flood(url: string, perSecond: number, seconds: number): Promise<FloodSeen> {
  const answer = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";", 1)[0])
    .join("; ");
  const wanted: FloodWanted = { url, cookie, csrfToken, perSecond, seconds };
  const thread = new Worker(new URL("flood-thread.ts", import.meta.url), { workerData: wanted });
  const [seen] = (await once(thread, "message")) as [FloodSeen];
  await thread.terminate();
  return seen;
}
