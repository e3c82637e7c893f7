import { openSession, sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import { env } from "@/lib/platform/config/env";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";
import type { Caller } from "@/lib/platform/operations/caller";
import { requireOwnOrigin } from "./origin";
import type { RestRequest } from "./rest-request";

type Via = "page" | "form" | "api";

/** The caller of the API: a bearer token, or the session cookie of one of our pages. */
export async function callerOfRequest(request: Pick<RestRequest, "method" | "headers">): Promise<Caller> {
  const ip = clientIp(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Problem("not-signed-in", t("The Authorization header must be a bearer token."));
    return { credential: { by: "token", hash: hashToken(token) }, via: "token", ip };
  }
  const caller = await callerOfCookie(cookieOf(request, sessionCookieName()), "api", ip);
  const reading = request.method === "GET" || request.method === "HEAD";
  if (caller.credential !== null && !reading) requireOwnOrigin(request.headers.get("origin"));
  return caller;
}

/** The caller behind a session cookie's value. */
export async function callerOfCookie(cookie: string | undefined, via: Via, ip: string): Promise<Caller> {
  const sessionToken = cookie === undefined ? null : await openSession(cookie);
  return { credential: sessionToken === null ? null : { by: "session", hash: hashToken(sessionToken) }, via, ip };
}

/**
 * The caller's address. Behind N trusted proxies it is the Nth entry from the right of X-Forwarded-For; entries
 * further left can be forged by the caller.
 */
export function clientIp(headers: Pick<Headers, "get">): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-Math.max(env().TRUSTED_PROXY_HOPS, 1)) || "unknown";
}

function cookieOf({ headers }: Pick<RestRequest, "headers">, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split("; ");
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
