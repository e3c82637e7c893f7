import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { log } from "@/lib/platform/logging/log";
import { type Metrics, watchProcess } from "./metrics";

interface Listening {
  readonly host: string;
  readonly port: number;
}

/** Serves metrics for Prometheus at an address of their own. Nothing else is answered there. */
export async function serveMetrics(metrics: Metrics, { host, port }: Listening): Promise<Server> {
  watchProcess(metrics);
  const server = createServer({ requestTimeout: 10_000 }, async (request, response) => {
    const isKnown = request.url === "/metrics" && request.method === "GET";
    if (!isKnown) return void response.writeHead(404, { "content-type": "text/plain" }).end("Not found.\n");
    try {
      const text = await metrics.registry.metrics();
      response.writeHead(200, { "content-type": metrics.registry.contentType }).end(text);
    } catch (error) {
      log().error({ err: error }, "The metrics couldn't be read.");
      response.writeHead(500, { "content-type": "text/plain" }).end("The metrics couldn't be read.\n");
    }
  });
  server.listen(port, host);
  await once(server, "listening");
  // Metrics don't keep a process alive that is otherwise done.
  server.unref();
  return server;
}
