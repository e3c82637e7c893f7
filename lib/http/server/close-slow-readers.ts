import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Bytes that must be read within the time, or everything there is. */
const LEAST_BYTES = 16 * 1024;

interface Reading {
  /** Bytes sent so far, and checks since then. A busy process checks less often. */
  taken: number;
  looks: number;
}

/**
 * Closes connections whose client doesn't read the response. The system doesn't report this: it fills its buffers and
 * the rest stays in memory.
 */
export function closeSlowReaders(server: Server, { check, reading }: { check: number; reading: number }): void {
  const sockets = new Map<Socket, Reading>();
  server.on("connection", (socket) => {
    sockets.set(socket, { taken: 0, looks: 0 });
    socket.once("close", () => sockets.delete(socket));
  });
  const timer = setInterval(() => {
    for (const [socket, known] of sockets) if (isTooSlow(socket, known, reading / check)) socket.destroy();
  }, check);
  server.on("close", () => clearInterval(timer));
  timer.unref();
}

function isTooSlow(socket: Socket, known: Reading, mostLooks: number): boolean {
  const taken = takenBytes(socket);
  if (taken === socket.bytesWritten || taken - known.taken >= LEAST_BYTES) {
    known.taken = taken;
    known.looks = 0;
    return false;
  }
  known.looks++;
  return known.looks >= mostLooks;
}

/** A large chunk is sent piecemeal, which only the handle below the stream reports. */
function takenBytes(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle?: { bytesWritten: number; writeQueueSize: number } };
  return handle ? handle.bytesWritten - handle.writeQueueSize : socket.bytesWritten - socket.writableLength;
}
