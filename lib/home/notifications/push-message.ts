import webPush, { WebPushError } from "web-push";
import { env } from "@/lib/platform/config/env";
import { vapidKeys } from "@/lib/platform/config/vapid-keys";

/** Where a browser is reached, and the keys with which only it can read what is sent. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** `gone`: the browser no longer wants anything. `failed`: not sent, and not tried again. */
export type PushOutcome = "sent" | "gone" | "failed";

export type PushMessage = (address: PushAddress, payload: string) => Promise<PushOutcome>;

/** A push service keeps it that long for a browser that is closed, in seconds. */
const KEPT = 12 * 60 * 60;
const LONGEST_MS = 10_000;

/** Sends to a browser through its push service. */
export const pushMessage: PushMessage = async ({ endpoint, p256dh, auth }, payload) => {
  const { PUSH_CONTACT: subject } = env();
  if (subject === undefined) return "failed";
  const options = { TTL: KEPT, timeout: LONGEST_MS, vapidDetails: { subject, ...vapidKeys() } };
  try {
    await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, options);
    return "sent";
  } catch (error) {
    return error instanceof WebPushError && [404, 410].includes(error.statusCode) ? "gone" : "failed";
  }
};
