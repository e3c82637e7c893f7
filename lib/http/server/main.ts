import next from "next";
import { env } from "@/lib/platform/config/env";
import { renderPool } from "@/lib/platform/rendering/render-pool";
import { endOnSignal } from "./end-on-signal";
import { portalServer } from "./portal-server";

/**
 * Serves the build. Next's own request handler does the work; around it stand the things it has no place for: the
 * status of a refused page, the caller's address as the socket knows it, the portal's own as it is configured, an
 * answer to what it fails over, and an end to what takes too long.
 */
const { HOST, PORT } = env();
const portal = next({ dev: false, hostname: HOST, port: PORT });
await portal.prepare();
const server = portalServer(portal.getRequestHandler());
server.listen(PORT, HOST);
// A thread takes seconds to start: not those of whoever wants the first document.
renderPool();
endOnSignal(server);
