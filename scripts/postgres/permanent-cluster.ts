import type { Endings } from "../process/run-command";
import { type Cluster, startCluster } from "./cluster";
import { permanentPlace } from "./places";
import { runAs } from "./run-as";

/** Starts the cluster of this checkout, or joins the one that already runs. Data stays between runs. */
export async function startPermanentCluster(endings: Endings): Promise<Cluster> {
  const user = runAs();
  return startCluster(endings, permanentPlace(user), user);
}
