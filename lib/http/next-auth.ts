import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import { env } from "@/lib/platform/config/env";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { callerOfCookie, clientIp } from "./caller-of-request";
import { type Failure, nextAuthOptions } from "./next-auth-options";
import { requireOwnOrigin } from "./origin";
import { problemResponse } from "./problem-response";
import { readLimitedText } from "./read-body";

export interface NextAuthContext {
  readonly params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth's own routes, for clients that use its protocol. Requests that would make it fail with 500 are answered
 * first: an unreadable body, an invalid callback URL. Other errors are answered here: 429 for guessing, 503 in an
 * outage, and 500 without details for a bug.
 */
export async function nextAuth(request: NextRequest, context: NextAuthContext): Promise<Response> {
  try {
    await requireOffered(request.method, context);
    const origin = request.headers.get("origin");
    if (request.method === "POST" && origin !== null) requireOwnOrigin(origin);
    const body = request.method === "POST" ? await readLimitedText(request) : "";
    checkCallbackUrls(request, bodyFields(body, request.headers.get("content-type") ?? ""));
    // next-auth would otherwise take its own address from the request.
    process.env.NEXTAUTH_URL = env().PORTAL_URL;
    const failure: Failure = {};
    const visitor = {
      ip: clientIp(request.headers),
      userAgent: (request.headers.get("user-agent") ?? "").slice(0, 400),
    };
    const cookie = request.cookies.get(sessionCookieName())?.value;
    const { credential: before } = await callerOfCookie(cookie, "api", visitor.ip);
    const { method, headers, url } = request;
    const again = new NextRequest(url, { method, headers, body: body === "" ? null : body });
    const response: Response = await NextAuth(again, context, nextAuthOptions(visitor, failure, before));
    return isRefusal(failure.error) ? response : problemResponse(failure.error);
  } catch (error) {
    return forgetCallbackUrl(problemResponse(error), request);
  }
}

/** The results next-auth has a page for: success, or wrong address or password. */
const isRefusal = (error: unknown): boolean =>
  error === undefined || (error instanceof Problem && (error.code === "invalid" || error.code === "refused"));

/**
 * The routes that clients of the protocol use. Of the others, some fail with 500, and one lets anybody write to our
 * log.
 */
const offered: Readonly<Record<string, readonly string[]>> = {
  GET: ["session", "csrf", "providers", "signin", "signin/credentials", "signout", "error"],
  POST: ["session", "signin", "signin/credentials", "callback/credentials", "signout"],
};

async function requireOffered(method: string, { params }: NextAuthContext): Promise<void> {
  const step = (await params).nextauth.join("/");
  if (!offered[method === "HEAD" ? "GET" : method]?.includes(step)) throw notFound(t("Path not found."));
}

function bodyFields(body: string, type: string): Record<string, unknown> {
  if (!type.includes("application/json")) return Object.fromEntries(new URLSearchParams(body));
  try {
    const fields: unknown = JSON.parse(body || "{}");
    if (typeof fields === "object" && fields !== null && !Array.isArray(fields)) return { ...fields };
  } catch {
    // Rejected below, as is any other body that isn't an object.
  }
  throw new Problem("invalid", t("The body must be a JSON object."));
}

const callbackCookies = (request: NextRequest) =>
  request.cookies.getAll().filter(({ name }) => name.endsWith("next-auth.callback-url"));

/** So that a browser with an unreadable callback URL in its cookie doesn't run into it again. */
function forgetCallbackUrl(response: Response, request: NextRequest): Response {
  for (const { name } of callbackCookies(request)) {
    response.headers.append("set-cookie", `${name}=; Path=/; Max-Age=0${name.startsWith("__") ? "; Secure" : ""}`);
  }
  return response;
}

function checkCallbackUrls(request: NextRequest, fields: Record<string, unknown>): void {
  const kept = callbackCookies(request).map(({ value }) => value);
  const urls = [...request.nextUrl.searchParams.getAll("callbackUrl"), ...kept];
  if (fields.callbackUrl !== undefined) urls.push(String(fields.callbackUrl));
  if (!urls.every(isAddress)) throw new Problem("invalid", t("callbackUrl is not a valid URL."));
}

/** Matches next-auth's own check. */
function isAddress(url: string): boolean {
  if (url === "") return true;
  const base = url.startsWith("/") ? env().PORTAL_URL : undefined;
  return URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol);
}
