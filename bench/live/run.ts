import { once } from "node:events";
import { liveStreams } from "@/lib/http/live";
import { loadedLive, offerLive } from "@/lib/http/offered-live";
import { liveOrNext } from "@/lib/http/server/answer-live";
import { endOnSignal } from "@/lib/http/server/end-on-signal";
import { portalServer } from "@/lib/http/server/portal-server";
import { probes } from "@/lib/http/server/probes";
import { env } from "@/lib/platform/config/env";

/** The portal's own server with its streams, and nothing of Next behind it. */
offerLive(async () => liveStreams());
const probe = probes();
const server = portalServer(
  liveOrNext(async (_, response) => void response.writeHead(404).end()),
  undefined,
  probe,
);
server.listen(env().PORT, "127.0.0.1");
await once(server, "listening");
endOnSignal(server, {
  drain: probe.drain,
  delay: 0,
  endStreams: async () => (await loadedLive())?.end(),
  flush: async () => {},
});
console.log("listening");
