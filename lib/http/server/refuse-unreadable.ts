import type { IncomingMessage, ServerResponse } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { isOwnOrigin } from "@/lib/http/origin";
import type { Sentence } from "@/lib/platform/language/msg";
import { msg } from "@/lib/platform/language/msg";
import { answerPlainly } from "./answer-plainly";
import type { PlainAnswer } from "./plain-answer";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Answers requests on which Next fails with 500: malformed targets, hosts or headers, and methods no handler can have.
 * Returns whether it has answered. An absolute target that names the portal is reduced to its path.
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const refusal = refusalOf(request);
  if (refusal === null) return false;
  answerPlainly(request, response, refusal);
  return true;
}

function refusalOf(request: IncomingMessage): PlainAnswer | null {
  const { method = "", headers } = request;
  if (!METHODS.includes(method)) {
    const allow = METHODS.join(", ");
    return {
      status: 405,
      title: msg("Method not allowed"),
      detail: msg("This address does not support that method."),
      headers: { allow },
    };
  }
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
  return targetRefusal(request);
}

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
  return isReadable(request.url?.split("?", 1)[0] ?? "")
    ? null
    : bad(msg("The path is not percent-encoded correctly."));
}

function isHost(host: string): boolean {
  if (!/^[\w.\-:[\]]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { pathname, username } = new URL(`http://${host}`);
  return pathname === "/" && username === "";
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
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
