import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { portalRoles } from "./portal-roles";
import { scramVerifier } from "./scram-verifier";

/** How a portal signs in to its database. */
export interface PortalLogin {
  readonly name: string;
  /** What a login that doesn't exist yet is created with. */
  readonly password: string | undefined;
}

/**
 * Creates the portal's roles and its login where they are missing, and lets the login enter the roles without inheriting
 * their rights: outside of a transaction it can read nothing.
 *
 * A user who creates a role on PostgreSQL 16 or later is its administrator, which makes `pg_has_role(..., 'member')`
 * true, but may not enter it: SET is what counts.
 */
export async function prepareLogins(client: Client, login: PortalLogin): Promise<void> {
  for (const role of portalRoles) await createRole(client, role, "nologin nobypassrls");
  const password = login.password ? ` password ${escapeLiteral(scramVerifier(login.password))}` : "";
  await createRole(client, login.name, `login noinherit${password}`);
  const facts = await loginFacts(client, login.name);
  if (facts.superuser) return letOwnerIn(client);
  // Before PostgreSQL 16 inheriting is a property of the login, not of each membership.
  const own = !facts.separateInherit && facts.inherits && !facts.isCurrent;
  if (own) await client.query(`alter role ${escapeIdentifier(login.name)} noinherit`);
  const how = facts.separateInherit ? " with inherit false, set true" : "";
  for (const role of facts.missing) await client.query(`grant ${role} to ${escapeIdentifier(login.name)}${how}`);
  await letOwnerIn(client);
}

/**
 * The commands of whoever migrates act as the portal's roles too: they compare the ledger and try what was restored. Before
 * PostgreSQL 16 the migrations make them members.
 */
async function letOwnerIn(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; owner: string }>(
    `select r.rolname as name, current_user::text as owner from pg_roles r where r.rolname = any ($1)
      and current_setting('server_version_num')::int >= 160000
      and not pg_has_role(current_user, r.oid, 'SET') and pg_has_role(current_user, r.oid, 'MEMBER WITH ADMIN OPTION')`,
    [portalRoles],
  );
  for (const { name, owner } of rows)
    await client.query(`grant ${name} to ${escapeIdentifier(owner)} with inherit false, set true`);
}

/** Roles belong to the whole server: another database may have them already, or be creating them right now. */
async function createRole(client: Client, name: string, options: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rowCount) return;
  try {
    await client.query(`create role ${escapeIdentifier(name)} ${options}`);
  } catch (error) {
    if (!taken.has(String((error as { code?: unknown }).code))) throw error;
  }
}

/** duplicate_object, and unique_violation for two at the same moment. */
const taken = new Set(["42710", "23505"]);

interface LoginFacts {
  readonly superuser: boolean;
  readonly inherits: boolean;
  readonly isCurrent: boolean;
  /** Whether this server knows memberships that don't inherit. */
  readonly separateInherit: boolean;
  /** The roles that it can't enter, or inherits the rights of. */
  readonly missing: string[];
}

async function loginFacts(client: Client, name: string): Promise<LoginFacts> {
  const { rows } = await client.query<LoginFacts>(
    `select r.rolsuper as superuser, r.rolinherit as inherits, r.rolname = current_user as "isCurrent",
      v.modern as "separateInherit", array(select p.rolname::text from pg_roles p where p.rolname = any ($2)
        and (not pg_has_role(r.oid, p.oid, case when v.modern then 'SET' else 'MEMBER' end)
          or (v.modern and pg_has_role(r.oid, p.oid, 'USAGE')))) as missing
    from pg_roles r, (select current_setting('server_version_num')::int >= 160000 as modern) v where r.rolname = $1`,
    [name, portalRoles],
  );
  const [facts] = rows;
  if (!facts) throw new Error(`There is no database login ${name}.`);
  return facts;
}
