import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { TablePart } from "./manifest";
import { columnList, plainText, portalTables, schemas, tableName } from "./portal-tables";
import type { OpenArchive } from "./read-archive";

/**
 * Loads an archive into the freshly migrated tables of its own schema, in one transaction. Triggers would refuse or
 * rewrite history, and tables refer to each other in circles: both are off while loading. Foreign keys are added again
 * at the end, which checks every row.
 */
export async function loadTables(client: Client, { manifest, rows }: OpenArchive): Promise<void> {
  await client.query(`begin; set local lock_timeout = '30s'; ${plainText}`);
  try {
    const tables = (await portalTables(client)).map(tableName);
    const forced = await forcedTables(client);
    const foreignKeys = await foreignKeysOf(client);
    for (const { table, name } of foreignKeys) await client.query(`alter table ${table} drop constraint ${name}`);
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
    for (const table of forced) await client.query(`alter table ${table} no force row level security`);
    // Migrations add rows of their own, which the backup has as they were later.
    await client.query(`truncate ${tables.join(", ")}`);
    for (const part of manifest.tables) await loadTable(client, part, rows);
    for (const { schema, name, value, called } of manifest.sequences) {
      await client.query("select setval(format('%I.%I', $1::text, $2::text)::regclass, $3::bigint, $4)", [
        schema,
        name,
        value,
        called,
      ]);
    }
    for (const { table, name, definition } of foreignKeys) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
    for (const table of forced) await client.query(`alter table ${table} force row level security`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function loadTable(client: Client, part: TablePart, rows: OpenArchive["rows"]): Promise<void> {
  const statement = `copy ${tableName(part)} (${columnList(part.columns)}) from stdin`;
  await pipeline(await rows(part), client.query(copyFrom(statement)));
}

async function forcedTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; table: string }>(
    `select relnamespace::regnamespace::text as schema, relname as table from pg_class
     where relforcerowsecurity and relnamespace::regnamespace::text = any($1)`,
    [schemas],
  );
  return rows.map(tableName);
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function foreignKeysOf(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text = any($1)`,
    [schemas],
  );
  return rows;
}
