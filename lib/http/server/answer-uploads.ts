import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { offeredUploads } from "@/lib/http/offered-uploads";
import { securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/config/env";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers uploads without Next, which would keep their bodies in memory and cut them, and everything else with `other`. */
export const uploadsOr =
  (other: Handle): Handle =>
  async (request, response) => {
    const load = request.url?.startsWith("/uploads/") ? offeredUploads() : undefined;
    return load === undefined ? other(request, response) : respond(await load(), request, response);
  };

async function respond(
  answer: (request: Request) => Promise<Response>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body } = await answer(requestOf(request));
  if (response.destroyed) return;
  response.statusCode = status;
  const secure = env().PORTAL_URL.startsWith("https:");
  const safe = securityHeaders({ nonce: "", secure, development: false, sandboxed: true });
  for (const [name, value] of [...Object.entries(safe), ...headers]) response.setHeader(name, value);
  // Refused before all of it was read: the rest isn't worth waiting for.
  if (!request.complete) response.setHeader("connection", "close");
  response.end(body === null ? undefined : await new Response(body).text());
}

function requestOf(request: IncomingMessage): Request {
  const { method = "GET", url = "/", headers } = request;
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) sent.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(url, env().PORTAL_URL), {
    method,
    headers: sent,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: "half" }),
  });
}
