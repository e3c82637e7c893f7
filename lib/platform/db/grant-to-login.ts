import { type Client, escapeIdentifier } from "pg";

/**
 * What the tables need after every migration.
 *
 * Row-level security isn't forced on the owner of the tables. The owner only migrates, and neither its data migrations nor
 * the triggers that run with its rights could see a row otherwise. The portal's login must be another one, or a superuser's
 * in a demo: login-rights.ts checks that.
 */
export async function grantToLogin(client: Client, login: string): Promise<void> {
  const name = escapeIdentifier(login);
  for (const table of await forcedTables(client))
    await client.query(`alter table ${table} no force row level security`);
  await client.query(`grant select on "_prisma_migrations" to portcullis_app`);
  const { rows } = await client.query<{ connects: boolean; queueIsForeign: boolean; queueIsOurs: boolean }>(
    `select has_database_privilege(r.oid, current_database(), 'connect') as connects,
      exists (select from pg_class c where c.relnamespace = n.oid and not pg_has_role(r.oid, c.relowner, 'usage'))
        as "queueIsForeign", pg_has_role(n.nspowner, 'usage') as "queueIsOurs"
    from pg_roles r, pg_namespace n where r.rolname = $1 and n.nspname = 'pgboss'`,
    [login],
  );
  const [state] = rows;
  if (!state?.connects) {
    const database = await client.query<{ name: string }>("select current_database() as name");
    await client.query(`grant connect on database ${escapeIdentifier(database.rows[0]?.name ?? "")} to ${name}`);
  }
  // The queue makes its own tables, and can't change those that another login made. It holds only what is due: the worker
  // schedules it again when it starts.
  if (state?.queueIsForeign && state.queueIsOurs) {
    await client.query("drop schema pgboss cascade; create schema pgboss");
  }
  await client.query(`grant usage, create on schema pgboss to ${name}`);
}

async function forcedTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relforcerowsecurity and n.nspname in ('public', 'sandbox') and pg_has_role(c.relowner, 'usage')`,
  );
  return rows.map(({ name }) => name);
}
