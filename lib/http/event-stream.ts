import type { ServerResponse } from "node:http";
import type { Sink } from "@/lib/platform/live/follower";

/** Bytes that may wait for a slow reader, besides what the system buffers. */
const MOST_WAITING = 64 * 1024;

/** When the browser connects again after the portal has gone, in milliseconds; the page adds its own patience. */
const RETRY_MS = 3_000;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  // A proxy that collects a response before it passes it on would pass on nothing.
  "x-accel-buffering": "no",
};

/** Server-sent events: a connection that is dropped as soon as its reader falls behind. */
export function eventStream(response: ServerResponse): Sink {
  response.writeHead(200, headers);
  const write = (text: string) => {
    if (response.writableLength > MOST_WAITING) response.destroy();
    else response.write(text);
  };
  write(`retry:${RETRY_MS}\n\n`);
  return {
    send: (event) => write(`data:${JSON.stringify(event)}\n\n`),
    beat: () => write(":\n\n"),
    end: () => response.end(),
  };
}
