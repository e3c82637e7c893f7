import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

const kept = globalThis as { portcullisRequestId?: AsyncLocalStorage<string> };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
function ids(): AsyncLocalStorage<string> {
  kept.portcullisRequestId ??= new AsyncLocalStorage();
  return kept.portcullisRequestId;
}

/** Runs one request, or one run of a job: its log lines and its rows in the activity log carry the same id. */
export const withRequestId = <T>(id: string, work: () => T): T => ids().run(id, work);

/** Undefined outside of requests and jobs, for example while starting. */
export const currentRequestId = (): string | undefined => ids().getStore();

export const newRequestId = (): string => randomUUID();

/** What others may call a request: short, and harmless in a log and in a header. */
const HARMLESS = /^[\w.:-]{8,128}$/;

/** The id a trusted proxy has given the request, or a new one. A caller's own would let them forge the log. */
export function requestIdFrom(header: string | string[] | undefined, trustedProxies: number): string {
  return trustedProxies > 0 && typeof header === "string" && HARMLESS.test(header) ? header : newRequestId();
}
