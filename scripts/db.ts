import { startPermanentCluster } from "./postgres/permanent-cluster";
import { runCommand } from "./process/run-command";

/** `npm run db`: the embedded PostgreSQL in the foreground, its URL on the first line. */
await runCommand(async (shutdown) => {
  const cluster = await startPermanentCluster(shutdown);
  console.log(cluster.url());
  await new Promise(() => {});
});
