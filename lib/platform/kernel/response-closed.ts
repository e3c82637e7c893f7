import type { ServerResponse } from "node:http";

const known = new WeakMap<ServerResponse, Promise<void>>();

/**
 * Resolves when the response has been sent or its client has disconnected. All who wait share one listener: with theirs,
 * those of a pipeline would exceed what Node takes for a leak.
 */
export function responseClosed(response: ServerResponse): Promise<void> {
  let closed = known.get(response);
  if (closed === undefined) {
    closed = response.closed ? Promise.resolve() : new Promise((resolve) => response.once("close", () => resolve()));
    known.set(response, closed);
  }
  return closed;
}
