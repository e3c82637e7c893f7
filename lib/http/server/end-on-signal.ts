import type { Server } from "node:http";

/** Time for pending responses. Process managers kill the process some seconds later. */
const GRACE_MS = 5_000;

/** Accepts no new connections, lets pending responses finish within the grace time, and exits. */
export function endOnSignal(server: Server, grace = GRACE_MS): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      // A kept-alive connection becomes idle after its last response.
      setInterval(() => server.closeIdleConnections(), 100).unref();
      setTimeout(() => process.exit(0), grace).unref();
    });
  }
}
