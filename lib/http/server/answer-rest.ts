import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createGzip, gzip } from "node:zlib";
import { offeredRest } from "@/lib/http/offered-rest";
import type { RestAnswer, RestRequest } from "@/lib/http/rest-request";
import { isMailContents, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/config/env";
import { responseClosed } from "@/lib/platform/kernel/response-closed";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers the API without Next, and everything else with it. */
export const restOrNext =
  (next: Handle): Handle =>
  async (request, response) => {
    const load = isRest(request) ? offeredRest() : undefined;
    return load === undefined ? next(request, response) : respond(await load(), request, response);
  };

/** The document of the API is a page of its own. */
const isRest = ({ method = "", url = "" }: IncomingMessage): boolean =>
  METHODS.test(method) && url.startsWith("/api/v1/") && !url.startsWith("/api/v1/openapi.json");

const METHODS = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE)$/;

async function respond(
  rest: (request: RestRequest) => Promise<RestAnswer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await rest(requestOf(request, response));
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(headersFor(request))) response.setHeader(name, value);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (request.method === "HEAD" || answer.body === null) return void response.end();
  await send(request, response, answer.body);
}

/** The headers that pages have, without what they need. */
const headersFor = ({ url = "" }: IncomingMessage): Record<string, string> =>
  securityHeaders({
    nonce: "",
    secure: env().PORTAL_URL.startsWith("https:"),
    development: false,
    sandboxed: true,
    mail: isMailContents(url.split("?", 1)[0] ?? ""),
  });

function requestOf(request: IncomingMessage, response: ServerResponse): RestRequest {
  const { method = "GET", url = "/", headers } = request;
  const gone = new AbortController();
  void responseClosed(response).then(() => {
    if (!response.writableFinished) gone.abort();
  });
  return {
    method,
    url,
    headers: { get: (name) => headerOf(headers[name]) },
    body: method === "GET" || method === "HEAD" ? null : (Readable.toWeb(request) as RestRequest["body"]),
    signal: gone.signal,
  };
}

const headerOf = (value: string | string[] | undefined): string | null =>
  Array.isArray(value) ? value.join(", ") : (value ?? null);

/** Below this a compressed response is hardly smaller. */
const WORTH_BYTES = 1_024;

async function send(request: IncomingMessage, response: ServerResponse, body: Body): Promise<void> {
  if (response.destroyed) return leave(body);
  const type = String(response.getHeader("content-type") ?? "");
  const compresses = /json|csv|html|text/.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (compresses) response.setHeader("vary", "Accept-Encoding");
  if (typeof body === "string" || type.includes("json")) {
    const whole = Buffer.from(typeof body === "string" ? body : await new Response(body).text());
    if (!compresses || whole.length < WORTH_BYTES) return void response.end(whole);
    response.setHeader("content-encoding", "gzip");
    return void response.end(await zipped(whole));
  }
  const pieces = Readable.fromWeb(body as ReadableStream);
  if (!compresses) return pipeline(pieces, response).catch(ignoreAbort);
  response.setHeader("content-encoding", "gzip");
  return pipeline(pieces, createGzip(), response).catch(ignoreAbort);
}

type Body = NonNullable<RestAnswer["body"]>;

/** In the thread pool, with the time in between for other requests. */
const zipped = (body: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => gzip(body, (error, result) => (error ? reject(error) : resolve(result))));

/** The client left before there was an answer. Whatever fills the body is told to stop. */
async function leave(body: Body): Promise<void> {
  if (typeof body !== "string") await body.cancel();
}

/** The client left: there is nobody to tell. */
function ignoreAbort(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE" && error.name !== "AbortError") throw error;
}
