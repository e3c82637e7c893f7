import type { IncomingMessage } from "node:http";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { responseClosed } from "@/lib/platform/kernel/response-closed";
import { msg } from "@/lib/platform/language/msg";
import { answerPlainly } from "./answer-plainly";
import type { PlainAnswer } from "./plain-answer";
import { type Gate, runQueued } from "./run-queued";

export interface DownloadLimits {
  /** How many one caller may have in progress or waiting, including those read slowly. */
  readonly each: number;
  /** How many all callers together may have. */
  readonly all: number;
  /** How many are prepared at once. Page requests are served in between. */
  readonly atOnce: number;
  readonly waiting: number;
  /** How long one waits for its turn before it is rejected, in milliseconds. */
  readonly longest: number;
}

/** The paths of all operations that respond with a document or a table; a test checks that none is missing. */
export const DOWNLOAD =
  /^\/api\/v1\/.+\/(?:pdf|csv|zip|export|download|exports\/[^/]+|attachments\/[^/]+|discussion-files\/[^/]+)$/;

/**
 * Lets only a few downloads at a time reach Next and the database, one after another, and rejects a caller's seventh
 * immediately: with a hundred in parallel, everyone would wait for a hundred permission checks. The limit
 * per account is checked later, when the caller is known.
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
      void responseClosed(response).then(() => {
        total--;
        const left = (underWay.get(caller) ?? 1) - 1;
        if (left > 0) underWay.set(caller, left);
        else underWay.delete(caller);
      });
      void runQueued(queue, { request, response, handle, refusal: busy, until: "begun" });
    }
    return true;
  };
}

/** Requests with the same credential are one caller; those without one count as one caller together. */
const callerOf = ({ headers }: IncomingMessage): string =>
  headers.authorization ?? /next-auth\.session-token=([^;]+)/.exec(headers.cookie ?? "")?.[1] ?? "";

const severalOfYours: PlainAnswer = {
  status: 429,
  title: msg("Too many downloads"),
  detail: msg("You already have several downloads in progress. Try again when they have finished."),
  headers: { "retry-after": "5" },
};

const busy: PlainAnswer = {
  status: 429,
  title: msg("Too many downloads"),
  detail: msg("Too many downloads are being prepared right now. Try again in a few seconds."),
  headers: { "retry-after": "5" },
};
