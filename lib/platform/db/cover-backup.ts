import { Client } from "pg";

/** Lets the backup role read the tables that migrations have added. */
export async function coverBackup(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, query_timeout: 60_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regprocedure('portcullis_cover_backup()') is not null as there",
    );
    if (rows[0]?.there) await client.query("select portcullis_cover_backup()");
  } finally {
    await client.end();
  }
}
