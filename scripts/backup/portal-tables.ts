import type { ClientBase } from "pg";

/** The schemas that migrations fill. pg-boss makes its own and schedules its jobs anew. */
export const schemas = ["public", "sandbox"] as const;

export interface PortalTable {
  readonly schema: string;
  readonly table: string;
  /** Without generated ones, which PostgreSQL computes itself. */
  readonly columns: readonly string[];
  /** Of the primary key: rows are stored in its order, so equal tables are equal byte by byte. */
  readonly key: readonly string[];
}

/** All tables of the portal but Prisma's history, which restoring writes by migrating. */
export async function portalTables(client: ClientBase): Promise<PortalTable[]> {
  const { rows } = await client.query<PortalTable>(
    `select n.nspname as schema, c.relname as table,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attname) as columns,
       array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, position)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary order by k.position) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) and c.relname <> '_prisma_migrations'
     order by 1, 2`,
    [schemas],
  );
  return rows;
}

/** Whatever the server's settings are: the same rows are the same text. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const tableName = ({ schema, table }: Pick<PortalTable, "schema" | "table">): string =>
  `${quoted(schema)}.${quoted(table)}`;

export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** The statement that reads a table as text, in the order of its key. */
export const copyOut = (table: PortalTable): string =>
  `copy (select ${columnList(table.columns)} from ${tableName(table)} order by ${columnList(
    table.key.length > 0 ? table.key : table.columns,
  )}) to stdout`;
