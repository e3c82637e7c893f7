import { addMinutes } from "@/lib/platform/kernel/dates";

/** What a failed attempt means for the mail and for those behind it. */
export interface DeliveryFailure {
  /** For staff: what the mail server said. */
  readonly reason: string;
  /** When to try again; null when trying again is no use. */
  readonly nextTryAt: Date | null;
  /** The server itself is in trouble, so the mails behind this one would fail as well. */
  readonly serverTrouble: boolean;
}

const WAITS_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const;

/** Reads the error of an attempt; `attempts` counts it already. */
export function deliveryFailure(error: unknown, attempts: number, now: Date): DeliveryFailure {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  const forGood = aboutThisMail && !(responseCode !== undefined && responseCode >= 400 && responseCode < 500);
  const wait = WAITS_MINUTES[attempts - 1];
  return {
    reason: (message ?? String(error)).slice(0, 500),
    nextTryAt: forGood || wait === undefined ? null : addMinutes(now, wait),
    serverTrouble: !aboutThisMail,
  };
}
