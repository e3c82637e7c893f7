import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { CommandError } from "../process/command-error";
import type { Endings } from "../process/run-command";
import { isAlive } from "./alive";
import { startPermanentCluster } from "./permanent-cluster";
import { permanentPlace } from "./places";
import { runAs } from "./run-as";
import { readServerState } from "./server-state";

/**
 * Deletes the embedded cluster of this checkout with all its data.
 *
 * @throws CommandError while another command uses it
 */
export async function forgetCluster(endings: Endings): Promise<void> {
  const place = permanentPlace(runAs());
  if (!existsSync(path.join(place, "data"))) return;
  const { ownerPid } = readServerState(place);
  if (isAlive(ownerPid) && ownerPid !== process.pid) {
    throw new CommandError(`The embedded database is in use by process ${ownerPid}. Stop it first.`);
  }
  // A server that is still running belongs to a dead process: take it over to stop it.
  const cluster = await startPermanentCluster(endings);
  await cluster.stop();
  for (const name of readdirSync(place).filter((entry) => !entry.startsWith("programs-"))) {
    rmSync(path.join(place, name), { recursive: true, force: true });
  }
}
