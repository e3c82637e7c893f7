import type { ClientBase } from "pg";
import { portalRoles } from "./portal-roles";

/** What the portal's login may do outside of a transaction, where it should be able to do nothing. */
export interface LoginRights {
  readonly login: string;
  readonly bypassesSecurity: boolean;
  readonly ownsTables: boolean;
  /** Portal roles whose rights it has without entering them. */
  readonly inherited: readonly string[];
  /** Portal roles that it can't enter: nothing works without them. */
  readonly closed: readonly string[];
  /** Whether it may keep the worker's job queue. */
  readonly keepsQueue: boolean;
}

/** Reads the rights of a connection as it is when no transaction has begun: also behind a pooler. */
export async function readLoginRights(client: Pick<ClientBase, "query">): Promise<LoginRights> {
  const { rows } = await client.query<LoginRights>(
    `select session_user::text as login, m.rolsuper or m.rolbypassrls as "bypassesSecurity",
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'
        and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'usage')) as "ownsTables",
      array(select r.rolname::text from pg_roles r where r.rolname = any ($1) and r.rolname <> 'portcullis_app'
        and pg_has_role(r.oid, 'usage')) as inherited,
      array(select w.name from unnest($1::text[]) w (name) left join pg_roles r on r.rolname = w.name
        where r.oid is null or not pg_has_role(session_user, r.oid, v.enter)) as closed,
      exists (select from pg_namespace q where q.nspname = 'pgboss' and has_schema_privilege(q.oid, 'create')
        and not exists (select from pg_class c where c.relnamespace = q.oid and not pg_has_role(c.relowner, 'usage')))
        as "keepsQueue"
    from pg_roles m, (select case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end
      as enter) v
    where m.rolname = current_user`,
    [portalRoles],
  );
  const [rights] = rows;
  if (!rights) throw new Error("The database doesn't say who is signed in.");
  return rights;
}

/** Why no transaction can act as one of the portal's roles with these rights. One sentence, or none. */
export function missingRoles({ login, closed }: LoginRights): string | undefined {
  return closed.length > 0 ? lacking(login, `act as ${closed.join(", ")}`) : undefined;
}

/** Why the portal and the worker can't work with these rights. One sentence, or none. */
export function missingRights(rights: LoginRights): string | undefined {
  if (rights.closed.length > 0 || rights.keepsQueue) return missingRoles(rights);
  return lacking(rights.login, "keep the job queue in the schema pgboss");
}

const lacking = (login: string, right: string): string =>
  `The database user "${login}" may not ${right}. Run npm run db:migrate with DATABASE_MIGRATION_URL set, which grants that. See docs/install.md.`;

/** Why these rights are too many for production: a plain connection could read what row-level security hides. */
export function excessiveRights(rights: LoginRights): string | undefined {
  const reason = excessOf(rights);
  if (!reason) return undefined;
  return `The database user "${rights.login}" ${reason}. Give the portal a login of its own in DATABASE_URL and keep this one for DATABASE_MIGRATION_URL. See docs/install.md.`;
}

function excessOf({ bypassesSecurity, ownsTables, inherited }: LoginRights): string | undefined {
  if (bypassesSecurity) return "bypasses row-level security";
  if (ownsTables) return "owns the portal's tables, so row-level security doesn't apply to it";
  if (inherited.length > 0) return `has the rights of ${inherited.join(", ")} all the time`;
}
