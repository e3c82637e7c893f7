import { Client } from "pg";

/** The superuser's URL for one database of a cluster on this machine. */
export function clusterUrl(password: string, port: number, database = "portcullis"): string {
  return `postgresql://portcullis:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether a connection can be made now. */
export async function connects(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates a database if it doesn't exist. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 60_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
