import type { IncomingMessage } from "node:http";

/** The size limit of a public form, and less than a request buffers before anyone reads it. */
const ENOUGH_BYTES = 16 * 1024;

/** Waits for the whole body, or for more than a public form may have, so that slow uploads don't occupy a slot. */
export function arrived(request: IncomingMessage): Promise<void> {
  if (request.complete) return Promise.resolve();
  const push = request.push;
  let size = 0;
  return new Promise((resolve) => {
    request.push = (piece: unknown, ...rest: []) => {
      if (Buffer.isBuffer(piece)) size += piece.byteLength;
      if (piece === null || size > ENOUGH_BYTES) resolve();
      return push.call(request, piece, ...rest);
    };
  });
}
