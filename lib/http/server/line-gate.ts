import type { IncomingMessage } from "node:http";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { msg } from "@/lib/platform/language/msg";
import { arrived } from "./arrived";
import type { PlainAnswer } from "./plain-answer";
import { type Gate, runQueued } from "./run-queued";

export interface LineLimits {
  /** How many are handled at once: fewer than there are connections to the database, which forms need as well. */
  readonly atOnce: number;
  readonly waiting: number;
  /** How long one waits for its turn before it is rejected, in milliseconds. */
  readonly longest: number;
}

/**
 * Has pages and the API wait in line. Handled all at once, they take each other's processor time while they hold a
 * connection to the database, and those without one fail, although all could be answered one after another in less time.
 */
export function lineGate(limits: LineLimits): Gate {
  const queue = boundedQueue({ ...limits, refusal: busy.detail });
  return (request, response, handle) => {
    if (!waitsInLine(request)) return false;
    void arrived(request).then(() => runQueued(queue, { request, response, handle, refusal: busy, until: "begun" }));
    return true;
  };
}

/**
 * Not a form: while Next answers one with a redirect, it asks this server for the page that it leads to, which would wait
 * for its own turn.
 */
const waitsInLine = ({ method, url = "" }: IncomingMessage): boolean =>
  url.startsWith("/api/v1/") || ((method === "GET" || method === "HEAD") && !IS_FILE.test(url));

/** Files of the build and of `public`: Next sends them without any of our code. Further down, a name may be part of a page's address. */
const IS_FILE = /^\/_next\/static\/|^\/[^/?]+\.(?:svg|js|mjs|ico|png|txt|webmanifest)(?:\?|$)/;

const busy: PlainAnswer = {
  status: 503,
  title: msg("The portal is busy"),
  detail: msg("Too many people are using the portal right now. Try again in a few seconds."),
  headers: { "retry-after": "3" },
};
