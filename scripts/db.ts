import { startPermanentCluster } from "./postgres/cluster";
import { runCommand } from "./process/run-command";

/** `npm run db`: the embedded PostgreSQL in the foreground, its URL on the first line. */
await runCommand(async (shutdown) => {
  const cluster = await startPermanentCluster();
  shutdown.onEnd(cluster);
  console.log(cluster.url());
  await new Promise(() => {});
});
