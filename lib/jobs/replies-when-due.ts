import { log } from "@/lib/platform/logging/log";
import { sendDueReplies } from "@/lib/support/tickets/send-due-replies";
import { oneAtATime } from "./one-at-a-time";

/**
 * Sends replies as their ten seconds end. After each run a timer waits for the next one; the job of every minute is for
 * what a worker that died had its timer on.
 */
export function repliesWhenDue(
  stopping: () => boolean,
  sendDue = sendDueReplies,
): { send(): Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const send = oneAtATime(async () => {
    const { nextInMs } = await sendDue(stopping);
    clearTimeout(timer);
    if (nextInMs === null || stopping()) return;
    timer = setTimeout(() => void send().catch(report), Math.max(Math.ceil(nextInMs), SHORTEST_MS));
  });
  return { send, stop: () => clearTimeout(timer) };
}

/** So that rounding never makes it run twice for one reply. */
const SHORTEST_MS = 10;

const report = (error: unknown): void => log().error({ err: error }, "Sending replies failed.");
