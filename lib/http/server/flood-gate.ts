import type { IncomingMessage, ServerResponse } from "node:http";
import { answerPlainly } from "./answer-plainly";

interface Gate {
  readonly perSecond: number;
  /** Burst size after a quiet period. */
  readonly burst: number;
  /** Most in progress at once: on a slow machine a second's worth takes longer than a second. */
  readonly atOnce: number;
  readonly now?: () => number;
}

/** Forms for people who aren't signed in. Each is expensive: a page, a hash, a mail. */
const OPEN_TO_ALL =
  /^\/(?:sign-in|forgot-password|reset-password|invitation|confirm-email|verify-email|unsubscribe|api\/auth|api\/unsubscribe)(?:\/|$)/;

/**
 * Limits these forms per second across all networks, and answers the rest before they cost anything. The limits on
 * guessing count by network and address, which doesn't stop a distributed flood. Returns whether it has answered.
 */
export function floodGate({ perSecond, burst, atOnce, now = () => performance.now() }: Gate) {
  let left = burst;
  let counted = now();
  let underWay = 0;
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split("?", 1)[0] ?? "";
    if (request.method !== "POST" || !OPEN_TO_ALL.test(path)) return false;
    const time = now();
    left = Math.min(burst, left + ((time - counted) / 1000) * perSecond);
    counted = time;
    if (left >= 1 && underWay < atOnce) {
      left -= 1;
      underWay++;
      response.once("close", () => underWay--);
      return false;
    }
    const detail = "Too many people are signing in right now. Try again in a few seconds.";
    answerPlainly(request, response, {
      status: 429,
      title: "Too many attempts",
      detail,
      headers: { "retry-after": "3" },
    });
    return true;
  };
}
