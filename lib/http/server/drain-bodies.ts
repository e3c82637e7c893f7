import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * Lets a client that is still sending read its answer. Whoever gives up on a body destroys the request, and Node the
 * connection with it, before there is an answer; and a connection that is closed while bytes are on their way is reset, by
 * which the client loses an answer that was sent already. So the connection outlives the request, the rest of the
 * body is read and thrown away for a while, and only then the connection is closed (RFC 9112, 9.6).
 *
 * @param longest how long a client may go on sending what nobody reads any more, in milliseconds
 */
export function drainBodies(server: Server, longest: number): void {
  const bodies = new WeakMap<Socket, Body>();
  server.on("connection", (socket: Socket) => {
    const { destroySoon } = socket;
    socket.destroySoon = () => {
      const body = bodies.get(socket);
      if (body === undefined || body.isComplete() || socket.destroyed) return destroySoon.call(socket);
      // The answer and its end, while reading goes on.
      socket.end();
      body.discard(() => destroySoon.call(socket));
    };
  });
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    const body = bodyOf(request, longest);
    bodies.set(request.socket, body);
    response.once("finish", () => {
      if (!body.isComplete()) body.discard();
    });
  });
}

interface Body {
  isComplete(): boolean;
  /** Reads the rest without keeping it, and closes the connection of a client that takes too long. */
  discard(atEnd?: () => void): void;
}

function bodyOf(request: IncomingMessage, longest: number): Body {
  // The request forgets it with the response.
  const { socket, _destroy } = request;
  const ends: (() => void)[] = [];
  let tooLong: NodeJS.Timeout | undefined;
  const stopWaiting = () => clearTimeout(tooLong);
  const discard: Body["discard"] = (atEnd = () => {}) => {
    ends.push(atEnd);
    if (tooLong !== undefined) return;
    tooLong = setTimeout(() => socket.destroy(), longest).unref();
    socket.once("close", stopWaiting);
    request.push = (piece: unknown) => {
      if (piece !== null) return true;
      stopWaiting();
      socket.off("close", stopWaiting);
      for (const end of ends) end();
      return false;
    };
    socket.resume();
  };
  // Destroying the request stops what reads it, and leaves the connection to the response.
  request._destroy = (error, callback) => {
    if (request.complete || socket.destroyed) return _destroy.call(request, error, callback);
    discard();
    // As Node does it: only those who listen for an error are told.
    process.nextTick(callback, request.listenerCount("error") > 0 ? error : null);
  };
  return { isComplete: () => request.complete, discard };
}
