import { connect, type Socket } from "node:net";

/** How long a slow connection lasted until the server closed it, in milliseconds. */
export async function slowHeaders(url: string): Promise<number> {
  return lasting(open(url, "GET / HTTP/1.1\r\nHost: x\r\n"), "x-a: b\r\n");
}

export async function slowBody(url: string): Promise<number> {
  return lasting(
    open(
      url,
      "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n",
    ),
    "x",
  );
}

/** Repeatedly requests the largest response on one connection, and reads none of it. */
export async function slowReader(url: string): Promise<number> {
  const socket = open(url, "");
  socket.pause();
  const request = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\n\r\n";
  socket.write(request.repeat(200));
  return closing(socket);
}

/**
 * A kept-alive connection, one halfway through a request body, and one halfway through a response, for the shutdown
 * test.
 */
export function openConnections(url: string): void {
  open(url, "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n");
  open(url, "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx");
  open(url, "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\n\r\n".repeat(50)).pause();
}

function open(url: string, text: string): Socket {
  const { port } = new URL(url);
  const socket = connect(Number(port), "localhost");
  socket.on("error", () => {});
  if (text) socket.write(text);
  return socket;
}

/** Sends a little more each second, so that an idle timeout doesn't detect it. */
async function lasting(socket: Socket, more: string): Promise<number> {
  const dripping = setInterval(() => socket.writable && socket.write(more), 1_000);
  socket.resume();
  return closing(socket).finally(() => clearInterval(dripping));
}

function closing(socket: Socket): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => {
    socket.on("close", () => resolve(performance.now() - began));
    // A socket that is not being read only notices its end by writing.
    const knocking = setInterval(() => socket.writable && socket.write("\r\n"), 1_000);
    socket.on("close", () => clearInterval(knocking));
  });
}
