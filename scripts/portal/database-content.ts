import type { Client } from "pg";

/** What a database contains before a command seeds it. */
export type DatabaseContent = "nothing" | "sample data" | "half-seeded" | "other data";

/**
 * Determines what a database contains. Sample data is recognised by a mark in a schema of its own, set before and after
 * seeding: rows alone don't show whether seeding was completed, or whose they are.
 */
export async function databaseContent(client: Client): Promise<DatabaseContent> {
  const tables = await ownTables(client);
  if (tables.some(({ name }) => name === "sample_data.seeding")) {
    const { rows } = await client.query("select finished_at from sample_data.seeding");
    return rows[0]?.finished_at ? "sample data" : "half-seeded";
  }
  const history = tables.find(({ name }) => name === "public._prisma_migrations");
  const foreign = tables.some((table) => table !== history && (!history || table.used));
  return foreign ? "other data" : "nothing";
}

/** Marks the start of seeding. */
export async function markSeedingBegun(client: Client): Promise<void> {
  await client.query(
    "create schema sample_data; create table sample_data.seeding (finished_at timestamptz); insert into sample_data.seeding default values",
  );
}

/** Marks the sample data as complete. */
export async function markSeedingFinished(client: Client): Promise<void> {
  await client.query("update sample_data.seeding set finished_at = now()");
}

/**
 * Every table that doesn't belong to an extension or the job queue, and whether it was ever written to, judged by its
 * size, because row-level security could hide the rows.
 */
async function ownTables(client: Client): Promise<{ name: string; used: boolean }[]> {
  const { rows } = await client.query<{ name: string; used: boolean }>(`
    select format('%s.%s', n.nspname, c.relname) as name, pg_relation_size(c.oid) > 0 as used
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
      and n.nspname not in ('information_schema', 'pgboss') and n.nspname not like 'pg\\_%'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
  return rows;
}
