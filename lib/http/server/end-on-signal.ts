import type { Server } from "node:http";

interface Ending {
  /** Called first: a load balancer sees that the portal isn't ready before it stops accepting. */
  readonly drain: () => void;
  /** How long it then still accepts connections, in milliseconds. */
  readonly delay: number;
  /** Called when it stops accepting connections: responses that would go on for hours. */
  readonly endStreams: () => Promise<void>;
  /** Called last, before the process ends. */
  readonly flush: () => Promise<void>;
  /** Time for pending responses. Process managers kill the process some seconds later. */
  readonly grace?: number;
}

/** On SIGTERM: not ready, then no new connections, then the end once pending responses have finished or had their time. */
export function endOnSignal(server: Server, ending: Ending): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      ending.drain();
      setTimeout(() => close(server, ending), ending.delay);
    });
  }
}

function close(server: Server, { endStreams, flush, grace = 5_000 }: Ending): void {
  const end = () => void flush().finally(() => process.exit(0));
  server.close(end);
  void endStreams();
  // A kept-alive connection becomes idle after its last response.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(end, grace).unref();
}
