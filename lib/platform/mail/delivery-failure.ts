import { cutText } from "@/lib/platform/kernel/cut-text";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { UnknownDelivery } from "./handover";

/** What a failed attempt means for this mail and the ones after it. */
export interface DeliveryFailure {
  /** For staff: the mail server's response. */
  readonly reason: string;
  /** When to retry; null if retrying won't help. */
  readonly nextTryAt: Date | null;
  /** The server itself is failing, so the next mails would fail as well. */
  readonly serverTrouble: boolean;
  /** It may have been delivered. */
  readonly unknown: boolean;
}

const WAITS_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const;

/** Classifies an attempt's error; `attempts` includes it already. */
export function deliveryFailure(error: unknown, attempts: number, now: Date): DeliveryFailure {
  const { code, responseCode, message } = (error ?? {}) as { code?: string; responseCode?: number; message?: string };
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  const forGood = aboutThisMail && !(responseCode !== undefined && responseCode >= 400 && responseCode < 500);
  const wait = WAITS_MINUTES[attempts - 1];
  return {
    // A server can answer anything, also what the database can't keep.
    reason: cutText(oneLine(message ?? String(error)), 500),
    nextTryAt: forGood || wait === undefined ? null : addMinutes(now, wait),
    serverTrouble: !aboutThisMail,
    unknown: error instanceof UnknownDelivery,
  };
}
