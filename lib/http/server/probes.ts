import type { IncomingMessage, ServerResponse } from "node:http";
import { keyRing } from "@/lib/platform/keys/key-ring";
import { ringFingerprint } from "@/lib/platform/keys/ring-fingerprints";
import { readiness as portalReadiness, type Readiness } from "./readiness";

export interface Probes {
  /** Answers `/livez`, `/readyz` and `/up`; false for any other request. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** From now on the portal says that it isn't ready, so that no new requests are sent to it. */
  drain(): void;
}

/** Concurrent and frequent probes share one look at the database. */
const KEPT_MS = 3_000;

/**
 * `/livez`: the process runs and handles requests; asks nobody, because restarting it wouldn't mend a database.
 * `/readyz`: it can serve. Names the ring of keys, which all portals of an installation must share.
 * `/up`: a page can be had. For pages that refresh by themselves (decision 167): unlike the other two it passes proxies, and
 * says nothing else.
 */
export function probes(read: () => Promise<Readiness> = portalReadiness, keptMs = KEPT_MS): Probes {
  let draining = false;
  let known: { readonly readiness: Promise<Readiness>; readonly until: number } | undefined;

  function readiness(): Promise<Readiness> {
    if (known === undefined || known.until < performance.now()) {
      known = { readiness: read(), until: performance.now() + keptMs };
    }
    return known.readiness;
  }

  async function answerReady(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const checks = draining ? { running: false } : { running: true, ...(await readiness()) };
    const ready = !draining && Object.values(checks).every(Boolean);
    send(request, response, ready ? 200 : 503, { ready, checks, keys: ringFingerprint(keyRing()) });
  }

  async function answerUp(response: ServerResponse): Promise<void> {
    const up = !draining && (await readiness()).database;
    response.writeHead(up ? 204 : 503, { "cache-control": "no-store", ...(!up && { "content-length": 0 }) }).end();
  }

  return {
    answer(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      const path = request.url?.split("?", 1)[0];
      if (path === "/livez") send(request, response, 200, { live: true });
      else if (path === "/readyz") void answerReady(request, response);
      else if (path === "/up") void answerUp(response);
      else return false;
      return true;
    },
    drain() {
      draining = true;
    },
  };
}

function send({ method }: IncomingMessage, response: ServerResponse, status: number, answer: object): void {
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(method === "HEAD" ? undefined : body);
}
