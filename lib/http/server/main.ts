import { createServer, type IncomingMessage } from "node:http";
import next from "next";
import { env } from "@/lib/platform/config/env";
import { withAnswer } from "@/lib/platform/kernel/response-status";
import { takeOwnAddress } from "./own-address";
import { refuseUnreadable } from "./refuse-unreadable";

/**
 * Serves the build. Next's own request handler does the work; around it stand the things it has no place for: the
 * status of a refused page, the caller's address as the socket knows it, the portal's own as it is configured, and an
 * answer to what it fails over.
 */
const { HOST, PORT, TRUSTED_PROXY_HOPS } = env();
const portal = next({ dev: false, hostname: HOST, port: PORT });
await portal.prepare();
const handle = portal.getRequestHandler();

const server = createServer((request, response) => {
  if (refuseUnreadable(request, response)) return;
  takeOwnAddress(request.headers);
  if (TRUSTED_PROXY_HOPS === 0) request.headers["x-forwarded-for"] = addressOf(request);
  withAnswer(response, () => handle(request, response));
});
server.listen(PORT, HOST);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

const addressOf = ({ socket }: IncomingMessage): string => (socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
