import type { IncomingMessage, ServerResponse } from "node:http";
import { responseClosed } from "@/lib/platform/kernel/response-closed";
import { metrics } from "./metrics";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What a path belongs to. Paths themselves hold ids and would make a time series each. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:livez|readyz|up)$/, "probe"],
  [/^\/_next\//, "asset"],
  [/^\/api\/v1\//, "api"],
  [/^\/api\/live(?:\/|$)/, "live"],
  [/^\/api\/auth\//, "auth"],
  [/^\/api\/webhooks\//, "webhook"],
];

/** Counts a request when its response has been sent, or the client is gone. */
export function countRequest({ method = "", url = "" }: IncomingMessage, response: ServerResponse): void {
  const kind = requestKind(url);
  const began = performance.now();
  void responseClosed(response).then(() => {
    const { requests, requestSeconds } = metrics();
    const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "aborted";
    requests.inc({ kind, method: METHODS.has(method) ? method : "other", status });
    // A stream takes as long as its page is open.
    if (kind !== "live") requestSeconds.observe({ kind }, (performance.now() - began) / 1000);
  });
}

export const requestKind = (url: string): string =>
  kinds.find(([pattern]) => pattern.test(url.split("?", 1)[0] ?? ""))?.[1] ?? "page";
