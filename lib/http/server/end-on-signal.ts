import type { Server } from "node:http";

/** For answers that are being made. Whoever runs the portal kills it some seconds later. */
const GRACE_MS = 5_000;

/** Takes no new connections, lets answers that are being made be sent, and ends, whatever is still open by then. */
export function endOnSignal(server: Server, grace = GRACE_MS): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      // A connection that is kept for the next request becomes idle with its last answer.
      setInterval(() => server.closeIdleConnections(), 100).unref();
      setTimeout(() => process.exit(0), grace).unref();
    });
  }
}
