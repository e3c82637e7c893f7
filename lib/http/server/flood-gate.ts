import type { IncomingMessage } from "node:http";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { msg } from "@/lib/platform/language/msg";
import { answerPlainly } from "./answer-plainly";
import { arrived } from "./arrived";
import { isAction } from "./is-action";
import type { PlainAnswer } from "./plain-answer";
import { type Gate, runQueued } from "./run-queued";
import { tokenBucket } from "./token-bucket";

export interface FloodLimits {
  readonly perSecond: number;
  /** Burst size after a quiet period. */
  readonly burst: number;
  /** How many are handled at once: the slower the machine, the fewer per second. */
  readonly atOnce: number;
  /** How long one waits for its turn before it is rejected, in milliseconds. */
  readonly longest: number;
}

/**
 * Limits requests of signed-out people per second, across all networks, handles a few of
 * them at once, and answers the rest before they cost anything. The limits on guessing count by network and address,
 * which doesn't stop a distributed flood.
 */
export function floodGate(limits: { readonly forms: FloodLimits; readonly pages: FloodLimits }): Gate {
  const forms = openings(limits.forms);
  const pages = openings(limits.pages);
  return (request, response, handle) => {
    const path = request.url?.split("?", 1)[0] ?? "";
    const opening = isForm(request, path) ? forms : isOpenPage(request, path) ? pages : null;
    if (opening === null) return false;
    const refusal = opening === forms ? tooManyForms : tooManyPages;
    if (!opening.take()) answerPlainly(request, response, refusal);
    else
      void arrived(request).then(() =>
        runQueued(opening.queue, { request, response, handle, refusal, until: "answered" }),
      );
    return true;
  };
}

const openings = ({ atOnce, longest, burst, perSecond }: FloodLimits) => ({
  take: tokenBucket({ perSecond, burst }),
  queue: boundedQueue({ atOnce, longest, waiting: burst, refusal: tooManyForms.detail }),
});

/** For signed-out people. Each is expensive: a page, a hash, a mail. */
const OPEN_TO_ALL =
  /^\/(?:sign-in|forgot-password|reset-password|invitation|confirm-email|verify-email|unsubscribe|api\/auth|api\/unsubscribe)(?:\/|$)/;

/** Rendered for each reader, because of the nonce of its scripts. */
const REFERENCE = /^\/reference(?:\/|$)/;

const isForm = (request: IncomingMessage, path: string): boolean =>
  request.method === "POST" && (OPEN_TO_ALL.test(path) || (isAction(request) && !hasSession(request)));

const isOpenPage = ({ method }: IncomingMessage, path: string): boolean =>
  (method === "GET" || method === "HEAD") && (OPEN_TO_ALL.test(path) || REFERENCE.test(path));

/** next-auth's cookie name. Whether the session is valid is checked later. */
const hasSession = ({ headers }: IncomingMessage): boolean =>
  /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token=/.test(headers.cookie ?? "");

const tooManyForms: PlainAnswer = {
  status: 429,
  title: msg("Too many attempts"),
  detail: msg("Too many people are signing in right now. Try again in a few seconds."),
  headers: { "retry-after": "3" },
};

const tooManyPages: PlainAnswer = {
  status: 429,
  title: msg("Too many requests"),
  detail: msg("Too many people are opening this page right now. Try again in a few seconds."),
  headers: { "retry-after": "3" },
};
