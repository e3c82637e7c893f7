import { env } from "@/lib/platform/config/env";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { Spool } from "@/lib/platform/kernel/spool";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { t } from "@/lib/platform/language/t";
import { execute } from "@/lib/platform/operations/execute";
import { readIdempotencyKey } from "@/lib/platform/operations/idempotency";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { withRequestSignal } from "@/lib/platform/rendering/request-signal";
import { callerOfRequest } from "./caller-of-request";
import { contentDisposition } from "./content-disposition";
import { fromStrings } from "./from-strings";
import { matchRoute } from "./match-route";
import { isNavigation, problemPage } from "./problem-page";
import { problemResponse } from "./problem-response";
import { readJsonBody } from "./read-body";
import type { RestAnswer, RestRequest } from "./rest-request";
import { streamedFile } from "./streamed-file";

/** Answers requests under /api/v1, as a route handler of Next's. */
export async function rest(request: Request): Promise<Response> {
  const answer = await answerRest(request);
  return answer instanceof Response ? answer : responseOf(answer);
}

/** Finds the operation, reads its input, executes it, and writes the response. */
export async function answerRest(request: RestRequest): Promise<RestAnswer> {
  try {
    const url = new URL(request.url, env().PORTAL_URL);
    const { operation, params } = matchRoute(request.method, decoded(url.pathname.slice("/api/v1".length)));
    const caller = await callerOfRequest(request);
    const { accountId = null, ...fromPath } = params;
    if (accountId !== null && !id.safeParse(accountId).success) throw new Problem("not-found", t("Account not found."));
    const input = { ...(await inputOf(operation, request, url)), ...fromPath };
    const idempotencyKey = readIdempotencyKey(operation, request.headers.get("idempotency-key") ?? undefined);
    const ask = () => execute(caller, accountId, operation, input, { idempotencyKey });
    const output = await withRequestSignal(request.signal, ask);
    return operation.output === fileOutput ? await file(request, output as FileOutput) : json(operation, output);
  } catch (error) {
    return isNavigation(request) ? problemPage(error) : problemResponse(error);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Problem("invalid", t("The path is not valid."));
  }
}

async function inputOf(operation: AnyOperation, request: RestRequest, url: URL): Promise<Record<string, unknown>> {
  if (operation.http.method === "GET") return fromStrings(operation.input, url.searchParams);
  const body = await readJsonBody(request, operation.http.largestBody);
  const match = request.headers.get("if-match");
  if (match === null || !("version" in operation.input.shape)) return body;
  // A proxy that compresses responses marks their ETags as weak.
  const version = /^(?:W\/)?"(\d+)"$/.exec(match)?.[1];
  if (version === undefined) throw new Problem("invalid", t("If-Match must be the ETag of the record as last read."));
  if ("version" in body && body.version !== Number(version)) {
    throw invalidField("version", t("If-Match and version don't match. Send only one of them."));
  }
  return { ...body, version: Number(version) };
}

/**
 * The ETag is the record's version, for If-Match. If-None-Match is not supported: what the viewer sees of a record also
 * changes with the time, with their permissions and with related records.
 */
function json(operation: AnyOperation, output: unknown): RestAnswer {
  const headers: [string, string][] = [
    ["content-type", "application/json"],
    ["cache-control", "private, no-store"],
  ];
  const version = typeof output === "object" && output !== null && "version" in output ? output.version : undefined;
  if (typeof version === "number") headers.push(["etag", `"${version}"`]);
  return { status: operation.http.status ?? 200, headers, body: JSON.stringify(output) };
}

async function file(request: RestRequest, output: FileOutput): Promise<Response> {
  const { filename, contentType, body, inline, etag } = output;
  const headers = {
    "content-type": contentType,
    "content-disposition": contentDisposition(inline ? "inline" : "attachment", filename),
    // What never changes under its address may be kept, and is asked for again after an hour.
    ...(etag
      ? { "cache-control": "private, max-age=3600", etag: `"${etag}"` }
      : { "cache-control": "private, no-store" }),
  };
  if (etag && request.headers.get("if-none-match") === `"${etag}"`) return new Response(null, { status: 304, headers });
  if (body instanceof StreamedFile) return streamedFile(request, body, headers);
  return new Response(body instanceof Spool ? sentInPieces(body) : (body as BodyInit), { headers });
}

const responseOf = ({ status, headers, body }: RestAnswer): Response =>
  new Response(body, { status, headers: [...headers].map(([name, value]): [string, string] => [name, value]) });

/** Each piece is read after the previous one was sent, so that slow readers don't fill the memory. */
function sentInPieces(spool: Spool): ReadableStream<Uint8Array> {
  const pieces = spool.pieces();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => spool.discard(),
    },
    { highWaterMark: 0 },
  );
}
