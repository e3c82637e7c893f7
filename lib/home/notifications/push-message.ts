import { setTimeout as wait } from "node:timers/promises";
import webPush, { WebPushError } from "web-push";
import { env } from "@/lib/platform/config/env";
import { vapidKeys } from "@/lib/platform/config/vapid-keys";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

/** Where a browser is reached, and the keys with which only it can read what is sent. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** `gone`: the browser no longer wants anything. `failed`: not sent, and not tried again: it is also behind the bell. */
export type PushOutcome = "sent" | "gone" | "failed";

export type PushMessage = (address: PushAddress, payload: string) => Promise<PushOutcome>;

/** A push service keeps it that long for a browser that is closed, in seconds. */
const KEPT = 12 * 60 * 60;

/** How long an attempt may take, and how long is waited after one that may pass before the next. */
interface Patience {
  readonly longestMs: number;
  readonly waitsMs: readonly number[];
}

/** A push service that asks for more is not waited for: later it would be no news. */
const LONGEST_WAIT_MS = 10_000;

/** Sends to a browser through its push service. A service that is busy or broken is asked again twice, and not more. */
export const pushWith =
  ({ longestMs, waitsMs }: Patience): PushMessage =>
  async (address, payload) => {
    const { PUSH_CONTACT: subject } = env();
    if (subject === undefined) return "failed";
    for (const waitMs of [...waitsMs, null]) {
      const outcome = await attempt(address, payload, { subject, longestMs });
      if (typeof outcome === "string") return outcome;
      const pause = Math.max(waitMs ?? 0, outcome.retryAfterMs);
      if (waitMs === null || pause > LONGEST_WAIT_MS) return "failed";
      await wait(pause);
    }
    return "failed";
  };

export const pushMessage: PushMessage = pushWith({ longestMs: 10_000, waitsMs: [1_000, 4_000] });

/** Returns when to try again where that may help. */
async function attempt(
  { endpoint, p256dh, auth }: PushAddress,
  payload: string,
  { subject, longestMs }: { readonly subject: string; readonly longestMs: number },
): Promise<PushOutcome | { readonly retryAfterMs: number }> {
  const options = { TTL: KEPT, timeout: longestMs, vapidDetails: { subject, ...vapidKeys() } };
  try {
    // Its own limit is for a connection that is silent, not for one that drips.
    await withDeadline(longestMs, webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, options));
    return "sent";
  } catch (error) {
    if (!(error instanceof WebPushError)) return "failed";
    const { statusCode, headers } = error;
    if (statusCode === 404 || statusCode === 410) return "gone";
    return statusCode === 429 || statusCode >= 500 ? { retryAfterMs: retryAfterMs(headers["retry-after"]) } : "failed";
  }
}

/** As a date it is left aside: then the next attempt decides. */
const retryAfterMs = (header: string | undefined): number =>
  header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : 0;
