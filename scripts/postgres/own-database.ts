import { existsSync } from "node:fs";
import { readCommandEnvironment } from "@/lib/platform/config/env";
import { demoSecret, demoSecretFile } from "../portal/demo-secret";
import { CommandError } from "../process/command-error";
import type { Shutdown } from "../process/run-command";
import { startPermanentCluster } from "./permanent-cluster";
import { requirePortalDatabase } from "./require-portal-database";

/** The database of this checkout: DATABASE_URL if set, otherwise the embedded one, started if necessary. */
export async function ownDatabase(shutdown: Shutdown): Promise<string> {
  const { DATABASE_URL, DATABASE_MIGRATION_URL } = readCommandEnvironment();
  if (DATABASE_URL) return DATABASE_URL;
  if (DATABASE_MIGRATION_URL)
    throw new CommandError("DATABASE_URL is missing: DATABASE_MIGRATION_URL needs it as well.");
  const cluster = await startPermanentCluster(shutdown);
  return cluster.url();
}

/** The same database, as the owner of its tables. */
export async function ownDatabaseAsOwner(shutdown: Shutdown): Promise<string> {
  const url = await ownDatabase(shutdown);
  const { DATABASE_MIGRATION_URL, DATABASE_DIRECT_URL } = readCommandEnvironment();
  return DATABASE_MIGRATION_URL ?? DATABASE_DIRECT_URL ?? url;
}

/**
 * The same for a command that needs the portal's data.
 *
 * @throws CommandError if it can't be reached, isn't a portal's or another version's, or its login lacks a right
 */
export async function ownMigratedDatabase(shutdown: Shutdown): Promise<string> {
  const { DATABASE_URL, PORTAL_SECRET } = readCommandEnvironment();
  const url = await ownDatabase(shutdown);
  await requirePortalDatabase(url);
  // The embedded database is the demo's: what is encrypted in it can be read with the demo's own secret alone.
  if (!DATABASE_URL && !PORTAL_SECRET && existsSync(demoSecretFile)) process.env.PORTAL_SECRET = demoSecret();
  return url;
}
