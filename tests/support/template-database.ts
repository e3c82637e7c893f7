import { createHash } from "node:crypto";
import { Client } from "pg";
import { migrate } from "@/lib/db/migrate";
import { migrationsFolder, readMigrations } from "@/lib/db/migrations-folder";

/**
 * Makes the migrated database that tests copy, unless the server has it, and returns its URL. Its name holds a
 * fingerprint of the migrations, so runs on one server share it until a migration changes.
 */
export async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `portcullis_template_${await fingerprint()}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Runs beside each other: one makes it, the others wait.
    await client.query("select pg_advisory_lock(727001)");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await makeTemplate(client, serverUrl, name);
  } finally {
    await client.end();
  }
  return urlOf(serverUrl, name);
}

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function makeTemplate(client: Client, serverUrl: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  await migrate(urlOf(serverUrl, unfinished));
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

async function fingerprint(): Promise<string> {
  const { migrationDirectories } = await readMigrations(migrationsFolder);
  return createHash("sha256").update(JSON.stringify(migrationDirectories)).digest("hex").slice(0, 12);
}
