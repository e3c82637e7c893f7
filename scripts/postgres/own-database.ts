import { readCommandEnvironment } from "@/lib/config/env";
import type { Shutdown } from "../process/run-command";
import { startPermanentCluster } from "./permanent-cluster";

/** The database of this checkout: DATABASE_URL where it is set, otherwise the embedded one, started if need be. */
export async function ownDatabase(shutdown: Shutdown): Promise<string> {
  const given = readCommandEnvironment().DATABASE_URL;
  if (given) return given;
  const cluster = await startPermanentCluster(shutdown);
  return cluster.url();
}
