import next from "next";
import { env } from "@/lib/platform/config/env";
import { renderPool } from "@/lib/platform/rendering/render-pool";
import { announceSetup } from "@/lib/setup/announce-setup";
import { restOrNext } from "./answer-rest";
import { endOnSignal } from "./end-on-signal";
import { portalServer } from "./portal-server";

/**
 * Serves the build. Next's request handler does the work; the server adds what Next lacks: the status of a denied
 * page, the caller's address from the socket, the configured portal address, answers to requests Next fails on, and
 * timeouts.
 */
const { HOST, PORT } = env();
const portal = next({ dev: false, hostname: HOST, port: PORT });
await portal.prepare();
const server = portalServer(restOrNext(portal.getRequestHandler()));
server.listen(PORT, HOST);
// A thread takes seconds to start: don't let the first document wait for it.
renderPool();
endOnSignal(server);
void announceSetup();
