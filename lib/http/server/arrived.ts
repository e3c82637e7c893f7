import type { IncomingMessage } from "node:http";

/** As large as a form for people who are not signed in gets, and less than a request holds before somebody reads it. */
const ENOUGH_BYTES = 16 * 1024;

/** Waits for the body, or for more of it than such a form has: nobody's turn is used up while a slow line sends it. */
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
