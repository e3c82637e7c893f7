import type { IncomingMessage, ServerResponse } from "node:http";
import { requestIdFrom, withRequestId } from "@/lib/platform/kernel/request-id";
import { responseClosed } from "@/lib/platform/kernel/response-closed";
import { log } from "@/lib/platform/logging/log";
import { countRequest, requestKind } from "@/lib/platform/metrics/count-request";

/**
 * Gives a request its id, under which its log lines and its rows in the activity log are found, tells the client, and
 * counts and logs the response.
 */
export function asLoggedRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies, handle }: { readonly trustedProxies: number; readonly handle: () => void },
): void {
  const id = requestIdFrom(request.headers["x-request-id"], trustedProxies);
  request.headers["x-request-id"] = id;
  response.setHeader("x-request-id", id);
  countRequest(request, response);
  const kind = requestKind(request.url ?? "");
  withRequestId(id, () => {
    if (kind !== "asset" && kind !== "probe") logWhenSent(request, response);
    handle();
  });
}

function logWhenSent(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  void responseClosed(response).then(() => {
    // In its normal form by then.
    const { method, url = "" } = request;
    const ms = Math.round(performance.now() - began);
    const ended = response.writableFinished ? {} : { aborted: true };
    log().info({ method, path: loggedPath(url), status: response.statusCode, ms, ...ended }, "request");
  });
}

/** Links in mail hold a token that is a permission. */
const WITH_TOKEN =
  /^\/(?:(?:api\/)?(?:reset-password|confirm-email|verify-email|unsubscribe|invitation|setup|calendar)|(?:a|api\/v1\/accounts)\/[^/]+\/login-links?)\/[^/]+/;

/** Longer than an id: the token of a link that was copied with a mistake, and leads nowhere. */
const LIKE_A_TOKEN = /\/[^/]{40,}/g;

/** Without the query, which may hold what people typed, and without the token of a link, however its slashes are doubled. */
export function loggedPath(url: string): string {
  const path = (url.split("?", 1)[0] ?? "").replace(/\/{2,}/g, "/");
  const withoutToken = path.replace(WITH_TOKEN, (link) => `${link.slice(0, link.lastIndexOf("/"))}/[redacted]`);
  return withoutToken.replace(LIKE_A_TOKEN, "/[redacted]").slice(0, 300);
}
