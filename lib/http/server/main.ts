import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { loadedLive } from "@/lib/http/offered-live";
import { followBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import { prepareModels } from "@/lib/platform/db/prepare-models";
import { exitWithReason } from "@/lib/platform/logging/exit-with-reason";
import { log } from "@/lib/platform/logging/log";
import { logConsole } from "@/lib/platform/logging/log-console";
import { metrics } from "@/lib/platform/metrics/metrics";
import { serveMetrics } from "@/lib/platform/metrics/serve-metrics";
import { startTracing } from "@/lib/platform/metrics/start-tracing";
import { renderPool } from "@/lib/platform/rendering/render-pool";
import { announceSetup } from "@/lib/setup/announce-setup";
import { liveOrNext } from "./answer-live";
import { restOrNext } from "./answer-rest";
import { uploadsOr } from "./answer-uploads";
import { takeBuiltConfiguration } from "./built-configuration";
import { endOnSignal } from "./end-on-signal";
import { loggedPath } from "./log-request";
import { withPageHeaders } from "./page-headers";
import { portalServer } from "./portal-server";
import { probes } from "./probes";
import { traced } from "./traced";
import { watchPortal } from "./watch-portal";

/**
 * How far the heap may grow beyond what was in use after the last collection, in percent. V8 would go by the machine's
 * memory, and keep up to four times as much as is in use.
 */
const HEAP_GROWTH = 40;

/**
 * Serves the build. Next's request handler does the work; the server adds what Next lacks: the status of a denied
 * page, the caller's address from the socket, the configured portal address, answers to requests Next fails on, probes
 * and timeouts.
 */
async function main(): Promise<void> {
  const { HOST, PORT, PORTAL_MODE, METRICS_HOST, METRICS_PORT, SHUTDOWN_DELAY_SECONDS } = env();
  if (PORTAL_MODE === "production") logConsole();
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  takeBuiltConfiguration();
  const tracing = await startTracing("portcullis-portal", loggedPath);
  // Read by the time the first page needs it.
  followBrand();
  const portal = next({ dev: false, hostname: HOST, port: PORT });
  await portal.prepare();
  const probe = probes();
  const rest = restOrNext(withPageHeaders(portal.getRequestHandler()));
  const server = portalServer(traced(tracing, liveOrNext(uploadsOr(rest))), undefined, probe);
  server.listen(PORT, HOST);
  await once(server, "listening");
  // A thread takes seconds to start: don't let the first document wait for it.
  renderPool();
  endOnSignal(server, {
    drain: probe.drain,
    delay: SHUTDOWN_DELAY_SECONDS * 1000,
    endStreams: async () => (await loadedLive())?.end(),
    flush: tracing.flush,
  });
  if (METRICS_PORT !== undefined) {
    watchPortal(metrics());
    await serveMetrics(metrics(), { host: METRICS_HOST, port: METRICS_PORT });
  }
  log().info({ port: PORT }, "The portal is listening.");
  void announceSetup();
  void prepareModels();
}

await main().catch(exitWithReason);
