import type { Client } from "pg";
import { migratePortal } from "@/lib/platform/db/migrate-portal";
import { connect } from "../postgres/connect";
import { CommandError } from "../process/command-error";
import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { runStep } from "../process/run-step";
import type { Settings } from "../process/start-process";
import { databaseContent, markSeedingBegun, markSeedingFinished } from "./database-content";

/**
 * Migrates a database and, on the first run, fills it with the sample data.
 *
 * @param env what the seeding process gets, DATABASE_URL included; with DATABASE_MIGRATION_URL, that user owns the tables
 * @throws CommandError before anything is changed if the database contains other data
 */
export async function prepareDatabase(shutdown: Shutdown, env: Settings & { DATABASE_URL: string }): Promise<void> {
  const portalUrl = env.DATABASE_URL;
  const migrationUrl = env.DATABASE_MIGRATION_URL || portalUrl;
  const client = await connect(migrationUrl);
  try {
    const content = await databaseContent(client);
    if (content === "other data")
      throw new CommandError("The database contains other data. Set DATABASE_URL to an empty one.");
    if (content === "half-seeded")
      throw new CommandError(
        "An earlier run was interrupted while loading sample data. Empty the database and try again.",
      );
    await migratePortal({ migrationUrl, portalUrl });
    if (content === "nothing") await seed(shutdown, client, env);
  } finally {
    await client.end();
  }
}

async function seed(shutdown: Shutdown, client: Client, env: Settings & { DATABASE_URL: string }): Promise<void> {
  console.log("Loading sample data ...");
  await markSeedingBegun(client);
  await runStep(shutdown, [...programs.script, "scripts/seed.ts"], "Loading the sample data failed.", {
    env,
    output: "collect",
  });
  await markSeedingFinished(client);
}
