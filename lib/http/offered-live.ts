import type { IncomingMessage, ServerResponse } from "node:http";

/** The streams of open pages, as Next has bundled them. */
export interface OfferedLive {
  /** Answers a request for a stream. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Ends all streams, for good. */
  readonly end: () => Promise<void>;
  readonly streams: () => number;
}

const kept = globalThis as { portcullisLive?: { load: () => Promise<OfferedLive>; loaded?: Promise<OfferedLive> } };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
export function offerLive(load: () => Promise<OfferedLive>): void {
  kept.portcullisLive = { load };
}

/** Loads them with the first request for one; undefined until Next has started. */
export function offeredLive(): Promise<OfferedLive> | undefined {
  const { portcullisLive: offered } = kept;
  if (offered !== undefined) offered.loaded ??= offered.load();
  return offered?.loaded;
}

/** Only if anyone has asked for a stream. */
export const loadedLive = (): Promise<OfferedLive> | undefined => kept.portcullisLive?.loaded;
