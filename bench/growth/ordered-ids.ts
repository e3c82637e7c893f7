import type { Client } from "pg";

/** Ids in the order of their making, as the portal's own are. PostgreSQL has a function for them only from 18 on. */
export async function defineOrderedIds(client: Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>("select to_regproc('uuidv7') is not null as known");
  const made = rows[0]?.known
    ? "uuidv7()"
    : `(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
        || '7' || right(replace(gen_random_uuid()::text, '-', ''), 19))::uuid`;
  await client.query(
    `create or replace function pg_temp.ordered_id() returns uuid language sql volatile as $$ select ${made} $$`,
  );
}
