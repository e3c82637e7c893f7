import type { IncomingMessage } from "node:http";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { answerPlainly } from "./answer-plainly";
import { type Gate, inTurn } from "./in-turn";
import type { PlainAnswer } from "./plain-answer";

export interface DownloadLimits {
  /** How many one caller may have under way or waiting, a slow reader's included. */
  readonly each: number;
  /** How many all callers together may have. */
  readonly all: number;
  /** How many are prepared at once. Others who ask for a page come between. */
  readonly atOnce: number;
  readonly waiting: number;
  /** How long one waits for its turn, in milliseconds, before it is refused. */
  readonly longest: number;
}

/** The addresses of all operations that answer with a document or a table; a test holds them to it. */
export const DOWNLOAD = /^\/api\/v1\/.+\/(?:pdf|csv|export|exports\/[^/]+)$/;

/**
 * Lets only a few downloads at a time reach Next and the database, one after another, and refuses a caller's seventh at
 * once: a hundred that are asked for in one moment would have everybody wait until each has had its permission asked. How
 * many an account may have under way is counted later, when it is known who asks.
 */
export function downloadGate({ each, all, ...bounds }: DownloadLimits): Gate {
  const queue = boundedQueue({ ...bounds, refusal: busy.detail });
  const underWay = new Map<string, number>();
  let total = 0;
  return (request, response, handle) => {
    if (request.method !== "GET" || !DOWNLOAD.test(request.url?.split("?", 1)[0] ?? "")) return false;
    const caller = callerOf(request);
    const own = underWay.get(caller) ?? 0;
    if (own >= each) answerPlainly(request, response, severalOfYours);
    else if (total >= all) answerPlainly(request, response, busy);
    else {
      total++;
      underWay.set(caller, own + 1);
      response.once("close", () => {
        total--;
        const left = (underWay.get(caller) ?? 1) - 1;
        if (left > 0) underWay.set(caller, left);
        else underWay.delete(caller);
      });
      void inTurn(queue, { request, response, handle, refusal: busy, until: "begun" });
    }
    return true;
  };
}

/** One who is let in by the same key is the same caller; those without one are told apart by nothing. */
const callerOf = ({ headers }: IncomingMessage): string =>
  headers.authorization ?? /next-auth\.session-token=([^;]+)/.exec(headers.cookie ?? "")?.[1] ?? "";

const severalOfYours: PlainAnswer = {
  status: 429,
  title: "Too many downloads",
  detail: "You already have several downloads in progress. Try again when they have finished.",
  headers: { "retry-after": "5" },
};

const busy: PlainAnswer = {
  status: 429,
  title: "Too many downloads",
  detail: "Too many downloads are being prepared right now. Try again in a few seconds.",
  headers: { "retry-after": "5" },
};
