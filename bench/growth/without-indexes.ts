import type { Client } from "pg";

/**
 * Drops the indexes that no constraint needs; the answer builds them again. Filling an index row by row takes several
 * times as long, above all for those that find words.
 *
 * @param tables whose; without them, of all
 */
export async function withoutIndexes(client: Client, tables?: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select quote_ident(i.relname) as name, pg_get_indexdef(x.indexrelid) as definition
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where i.relnamespace = 'public'::regnamespace and not x.indisprimary and ($1::text[] is null or t.relname = any ($1))
       and not exists (select from pg_constraint c where c.conindid = x.indexrelid)`,
    [tables ?? null],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return async () => {
    for (const { definition } of rows) await client.query(definition);
  };
}
