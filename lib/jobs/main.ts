import { env } from "@/lib/platform/config/env";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { exitWithReason } from "@/lib/platform/logging/exit-with-reason";
import { log } from "@/lib/platform/logging/log";
import { logConsole } from "@/lib/platform/logging/log-console";
import { metrics } from "@/lib/platform/metrics/metrics";
import { serveMetrics } from "@/lib/platform/metrics/serve-metrics";
import { startTracing } from "@/lib/platform/metrics/start-tracing";
import { startWorker } from "./start-worker";
import { watchWork } from "./watch-work";

/** Time to finish: work that a database or mail server doesn't answer is picked up by the next worker. */
const END_MS = 8_000;

/** The worker process: runs until it receives a signal, possibly before it has finished starting. */
async function main(): Promise<void> {
  const { PORTAL_MODE, METRICS_HOST, WORKER_METRICS_PORT } = env();
  if (PORTAL_MODE === "production") logConsole();
  const tracing = startTracing("portcullis-worker");
  const starting = tracing.then(startWorker);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.once(signal, () => {
      starting
        .then((worker) => withDeadline(END_MS, worker.stop()))
        .then(async () => (await tracing).flush())
        .then(() => process.exit(0), exitWithReason);
    });
  }
  const worker = await starting;
  if (WORKER_METRICS_PORT !== undefined) {
    watchWork(metrics(), worker.queues);
    await serveMetrics(metrics(), { host: METRICS_HOST, port: WORKER_METRICS_PORT });
  }
  log().info("The worker is running.");
}

await main().catch(exitWithReason);
