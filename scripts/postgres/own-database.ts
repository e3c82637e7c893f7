import type { Shutdown } from "../run-command";
import { startPermanentCluster } from "./cluster";

/** The database of this checkout: DATABASE_URL where it is set, otherwise the embedded one, started if need be. */
export async function ownDatabase(shutdown: Shutdown): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const cluster = await startPermanentCluster();
  shutdown.onEnd(cluster);
  return cluster.url();
}
