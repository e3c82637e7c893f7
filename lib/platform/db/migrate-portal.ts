import { Client } from "pg";
import { grantToLogin } from "./grant-to-login";
import { MigrationError, migrate } from "./migrate";
import { prepareLogins } from "./prepare-logins";

interface Logins {
  /** The owner of the tables, who may create tables and roles. */
  readonly migrationUrl: string;
  /** The portal's and the worker's login on the same database, or the same one. */
  readonly portalUrl: string;
  /** Other migrations than this version's, to bring a database to an earlier state. */
  readonly folder?: string;
}

/** Longer than any migration that somebody else may be running. */
const LOCK_WAIT = "30min";

/**
 * Brings a portal's database up to date: its roles and its login, the migrations, and what the login may do. Returns the
 * names of the migrations applied now. Safe to run twice in parallel, and again when there is nothing to do.
 *
 * @throws MigrationError
 */
export async function migratePortal({ migrationUrl, portalUrl, folder }: Logins): Promise<string[]> {
  const client = new Client({ connectionString: migrationUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on("error", () => {});
  const portal = new Client({ connectionString: portalUrl });
  const login = { name: portal.user ?? "", password: portal.password ?? undefined };
  try {
    await client.connect();
    await client.query(`set lock_timeout = '${LOCK_WAIT}'`);
    await client.query("select pg_advisory_lock(727003)");
    await prepareLogins(client, login);
    const applied = await migrate(migrationUrl, folder);
    await grantToLogin(client, login.name);
    return applied;
  } catch (error) {
    throw new MigrationError(sentenceOf(error, client), { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

function sentenceOf(error: unknown, { user, host, port, database }: Client): string {
  const { code, message = "" } = error as { code?: string; message?: string };
  if (code === "42501" || /permission denied|must be owner/.test(message)) {
    return `The database user "${user}" can't prepare the database: ${message}. Set DATABASE_MIGRATION_URL to a user who owns the database and may create roles. See docs/install.md.`;
  }
  if (error instanceof MigrationError) return message;
  return `Couldn't prepare the database ${database} at ${host}:${port} (${message || code}). Check DATABASE_MIGRATION_URL, or DATABASE_URL if it isn't set, and that the server is running.`;
}
