import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { env } from "@/lib/platform/config/env";
import { withAnswer } from "@/lib/platform/kernel/response-status";
import { localeOfRequest } from "@/lib/platform/language/language-of-request";
import { msg } from "@/lib/platform/language/msg";
import { withLanguage } from "@/lib/platform/language/with-language";
import { log } from "@/lib/platform/logging/log";
import { answerPlainly } from "./answer-plainly";
import { closeSlowReaders } from "./close-slow-readers";
import { type DownloadLimits, downloadGate } from "./download-gate";
import { drainBodies } from "./drain-bodies";
import { floodGate } from "./flood-gate";
import { type LineLimits, lineGate } from "./line-gate";
import { asLoggedRequest } from "./log-request";
import { mendFailures } from "./mend-failures";
import { takeNormalPath } from "./normal-path";
import { takeOwnAddress } from "./own-address";
import { type Probes, probes } from "./probes";
import { refuseUnreadable } from "./refuse-unreadable";
import type { Handling } from "./run-queued";

export interface ServerLimits {
  /** For the headers of a request, and for the whole of it, in milliseconds. */
  readonly headers: number;
  readonly request: number;
  /** Interval between checks of the connections. */
  readonly check: number;
  /** Time within which the client has to read some of the response. */
  readonly reading: number;
  /** Time for which the rest of a body is read that was answered before its end. */
  readonly draining: number;
}

/** All of a request must finish within a minute. */
const usual: ServerLimits = { headers: 15_000, request: 40_000, check: 5_000, reading: 20_000, draining: 20_000 };

/** The limits for signed-out people. Waits of less than a second go unnoticed. */
const open = {
  forms: { perSecond: 5, burst: 40, atOnce: 3, longest: 700 },
  pages: { perSecond: 40, burst: 80, atOnce: 4, longest: 700 },
};

const downloads: DownloadLimits = { each: 6, all: 60, atOnce: 2, waiting: 60, longest: 20_000 };

/** Two connections to the database are left for forms. */
const line: LineLimits = { atOnce: 8, waiting: 256, longest: 20_000 };

/** Next's own handler of requests. */
type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The server around Next: what Next lacks, and a timeout for everything a client could draw out. */
export function portalServer(handle: Handle, limits: ServerLimits = usual, probe: Probes = probes()): Server {
  const { TRUSTED_PROXY_HOPS, PORTAL_MODE } = env();
  const pseudo = PORTAL_MODE === "test";
  const isOpen = floodGate(open);
  const isDownload = downloadGate(downloads);
  const waitsInLine = lineGate(line);
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: limits.check,
      // Rejected below, with an explanation.
      requireHostHeader: false,
      // Next listens for upgrades and then leaves the connection open, outside all limits. Nothing here needs one.
      shouldUpgradeCallback: () => false,
    },
    (request, response) => {
      takeNormalPath(request);
      asLoggedRequest(request, response, {
        trustedProxies: TRUSTED_PROXY_HOPS,
        handle: () => withLanguage(localeOfRequest(request.headers, pseudo), () => serve(request, response)),
      });
    },
  );
  function serve(request: IncomingMessage, response: ServerResponse): void {
    // Next alone adds nine; from the eleventh on Node suspects a leak.
    response.setMaxListeners(20);
    if (probe.answer(request, response) || refuseUnreadable(request, response)) return;
    takeOwnAddress(request.headers);
    if (TRUSTED_PROXY_HOPS === 0) request.headers["x-forwarded-for"] = addressOf(request);
    const answer = mendFailures(request, response);
    const handled: Handling = (place) => {
      answer.standBy = place?.standBy;
      withAnswer(answer, () => handle(request, response)).catch((error) => giveUp(request, response, error));
    };
    const gates = [isOpen, isDownload, waitsInLine];
    if (!gates.some((gate) => gate(request, response, handled))) handled();
  }
  server.on("clientError", refuseUnparsed);
  closeSlowReaders(server, limits);
  drainBodies(server, limits.draining);
  return server;
}

const addressOf = ({ socket }: IncomingMessage): string => (socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");

function giveUp(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  log().error({ err: error }, "A request failed.");
  if (response.headersSent) return void response.destroy();
  answerPlainly(request, response, {
    status: 500,
    title: msg("Something went wrong"),
    detail: msg("Something went wrong on our side. Try again in a moment."),
  });
}

const sentences: Readonly<Record<string, readonly [status: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "The headers of the request are too large."],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ["413 Content Too Large", "The extensions of a chunk are too large."],
};

/** Input that isn't HTTP, is too large or too slow never becomes a request: it is answered on the raw connection. */
function refuseUnparsed({ code = "" }: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || socket.bytesWritten > 0 || code === "ECONNRESET") return void socket.destroy();
  const [status, detail] = sentences[code] ?? ["400 Bad Request", "The request is not valid HTTP."];
  const body = JSON.stringify({
    type: "about:blank",
    title: status.slice(4),
    status: Number(status.slice(0, 3)),
    detail,
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroySoon(),
  );
}
