import { loadedLive } from "@/lib/http/offered-live";
import { poolFigures } from "@/lib/platform/db/pool-figures";
import { gauge } from "@/lib/platform/metrics/gauge";
import type { Metrics } from "@/lib/platform/metrics/metrics";

/** The portal's connections to the database: callers that wait for one are the first sign of an overload. */
export function watchPortal(metrics: Metrics): void {
  const help = "Connections to the database by state, and callers waiting for one.";
  gauge(metrics, { name: "portcullis_db_connections", help, labels: ["state"] }, async () => {
    const { total, idle, waiting } = poolFigures();
    return [
      [{ state: "busy" }, total - idle],
      [{ state: "idle" }, idle],
      [{ state: "waiting" }, waiting],
    ];
  });
  const live = "Open pages that are told of changes.";
  gauge(metrics, { name: "portcullis_live_streams", help: live, labels: [] }, async () => [
    [{}, (await loadedLive())?.streams() ?? 0],
  ]);
}
