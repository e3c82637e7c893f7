import { readCommandEnvironment } from "@/lib/platform/config/env";
import { CommandError } from "../process/command-error";
import type { Shutdown } from "../process/run-command";
import { connect } from "./connect";
import { startPermanentCluster } from "./permanent-cluster";

/** The database of this checkout: DATABASE_URL where it is set, otherwise the embedded one, started if need be. */
export async function ownDatabase(shutdown: Shutdown): Promise<string> {
  const given = readCommandEnvironment().DATABASE_URL;
  if (given) return given;
  const cluster = await startPermanentCluster(shutdown);
  return cluster.url();
}

/**
 * The same for a command that works with what is in it.
 *
 * @throws CommandError where it cannot be reached, or is no portal's yet
 */
export async function ownMigratedDatabase(shutdown: Shutdown): Promise<string> {
  const url = await ownDatabase(shutdown);
  const client = await connect(url);
  const { rows } = await client
    .query<{ there: boolean }>(`select to_regclass('public."Product"') is not null as there`)
    .finally(() => client.end());
  if (!rows[0]?.there) throw new CommandError("The database has no portal tables. Run npm run db:migrate first.");
  return url;
}
