import { readCommandEnvironment } from "@/lib/platform/config/env";
import { CommandError } from "../process/command-error";
import type { Shutdown } from "../process/run-command";
import { connect } from "./connect";
import { startPermanentCluster } from "./permanent-cluster";

/** The database of this checkout: DATABASE_URL if set, otherwise the embedded one, started if necessary. */
export async function ownDatabase(shutdown: Shutdown): Promise<string> {
  const given = readCommandEnvironment().DATABASE_URL;
  if (given) return given;
  const cluster = await startPermanentCluster(shutdown);
  return cluster.url();
}

/**
 * The same for a command that needs the portal's data.
 *
 * @throws CommandError if it can't be reached or isn't a portal's database
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
