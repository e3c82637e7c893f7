import { readCommandEnvironment } from "@/lib/platform/config/env";
import { connect } from "../postgres/connect";
import { startPermanentCluster } from "../postgres/permanent-cluster";
import type { Shutdown } from "../process/run-command";
import type { Settings } from "../process/start-process";
import { databaseContent } from "./database-content";
import { prepareDatabase } from "./prepare-database";

/**
 * Prepares the database of `demo` and `dev`, migrated and with sample data, and returns its URL: the configured one, or
 * the embedded one.
 *
 * @throws CommandError
 */
export async function sampleDatabase(shutdown: Shutdown, given: string | undefined, env: Settings): Promise<string> {
  const url = given ?? (await embeddedDatabase(shutdown));
  const owner = given ? readCommandEnvironment().DATABASE_MIGRATION_URL : undefined;
  await prepareDatabase(shutdown, { ...env, DATABASE_URL: url, DATABASE_MIGRATION_URL: owner ?? "" });
  return url;
}

async function embeddedDatabase(shutdown: Shutdown): Promise<string> {
  console.log("Starting PostgreSQL ...");
  const cluster = await startPermanentCluster(shutdown);
  await dropHalfSeeded(cluster.url(), cluster.url("postgres"));
  return cluster.url();
}

/** The embedded database is ours alone, so anything left by an interrupted first run can be deleted. */
async function dropHalfSeeded(url: string, serverUrl: string): Promise<void> {
  const client = await connect(url);
  const content = await databaseContent(client).finally(() => client.end());
  if (content !== "half-seeded") return;
  const server = await connect(serverUrl);
  await server.query("drop database portcullis with (force)");
  await server.query("create database portcullis").finally(() => server.end());
}
