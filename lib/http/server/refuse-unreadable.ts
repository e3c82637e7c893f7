import type { IncomingMessage, ServerResponse } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { isOwnOrigin } from "@/lib/http/origin";
import type { Sentence } from "@/lib/platform/language/msg";
import { msg } from "@/lib/platform/language/msg";
import { answerPlainly } from "./answer-plainly";
import { isAction } from "./is-action";
import { normalPath } from "./normal-path";
import type { PlainAnswer } from "./plain-answer";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Next renders a page for any method, past the limits on opening pages. */
const PAGE_METHODS = ["GET", "HEAD", "POST"];

/** Node takes the first of them, while a proxy may go by the last. */
const ONCE = ["host", "authorization", "content-type", "content-encoding", "origin", "idempotency-key", "next-action"];

/** No body is decompressed: a small one could become larger than any limit. */
const IDENTITY = /^(?:identity)?$/i;

/**
 * Answers requests on which Next fails with 500, malformed targets, hosts or headers, methods no handler can have, and what would
 * be read in two ways: headers sent twice, and bodies with an encoding that nobody undoes.
 * Returns whether it has answered. The target is reduced to its path, in its normal form.
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const refusal = refusalOf(request);
  if (refusal === null) return false;
  answerPlainly(request, response, refusal);
  return true;
}

function refusalOf(request: IncomingMessage): PlainAnswer | null {
  const { method = "", headers } = request;
  if (!METHODS.includes(method)) return notAllowed(METHODS);
  const twice = ONCE.find((name) => (request.headersDistinct[name]?.length ?? 0) > 1);
  if (twice !== undefined) return bad(msg("A header that can be there only once was sent twice."));
  if (!IDENTITY.test(headers["content-encoding"] ?? "")) return encoded;
  // HTTP/1.0 doesn't require one.
  const hostIsRead = headers.host === undefined ? request.httpVersion === "1.0" : isHost(headers.host);
  if (!hostIsRead) return bad(msg("The Host header is not a valid host."));
  const { origin } = headers;
  if (origin !== undefined && origin !== "null" && !URL.canParse(origin)) {
    return bad(msg("The Origin header is not a valid origin."));
  }
  if (!hasRouterState(headers["next-router-state-tree"])) {
    return bad(msg("The Next-Router-State-Tree header could not be read. Reload the page."));
  }
  return targetRefusal(request) ?? (isPageMethod(request) ? null : notAllowed(PAGE_METHODS));
}

/** A page is opened, or gets a form of its own. */
function isPageMethod(request: IncomingMessage): boolean {
  const { method = "", url = "" } = request;
  if (/^\/(?:api|uploads)\//.test(url)) return true;
  return method === "POST" ? isAction(request) : PAGE_METHODS.includes(method);
}

const notAllowed = (methods: readonly string[]): PlainAnswer => ({
  status: 405,
  title: msg("Method not allowed"),
  detail: msg("This address does not support that method."),
  headers: { allow: methods.join(", ") },
});

const encoded: PlainAnswer = {
  status: 415,
  title: msg("Unsupported encoding"),
  detail: msg("Send the body uncompressed, without a Content-Encoding."),
  headers: { "accept-encoding": "identity" },
};

const bad = (detail: Sentence): PlainAnswer => ({ status: 400, title: msg("Invalid request"), detail });

/** Proxies send absolute URLs: the portal's own is answered, and other hosts are rejected. */
function targetRefusal(request: IncomingMessage): PlainAnswer | null {
  const target = request.url ?? "";
  if (!target.startsWith("/")) {
    if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return bad(msg("The request target is not a path."));
    const { origin, pathname, search, username, password } = new URL(target);
    if (username !== "" || password !== "" || !isOwnOrigin(origin)) {
      return { status: 421, title: msg("Misdirected request"), detail: msg("This portal does not serve that host.") };
    }
    request.url = pathname + search;
  }
  const path = normalPath(request.url ?? "");
  if (path === null) return bad(msg("The path is not percent-encoded correctly."));
  request.url = path;
  return null;
}

function isHost(host: string): boolean {
  if (!/^[\w.\-:[\]]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { pathname, username } = new URL(`http://${host}`);
  return pathname === "/" && username === "";
}

/** Matches Next's own check. */
function hasRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}
