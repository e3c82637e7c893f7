import { Client } from "pg";
import { env } from "@/lib/platform/config/env";
import { keyFingerprint } from "@/lib/platform/kernel/key-fingerprint";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { keyRing } from "@/lib/platform/keys/key-ring";
import { type Fingerprints, ringFingerprints } from "@/lib/platform/keys/ring-fingerprints";
import { excessiveRights, missingRights, readLoginRights } from "./login-rights";
import { migrationNames } from "./migrations-folder";
import { queryRows } from "./query-rows";
import { changedKeys } from "./ring-check";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";
import { asIdentity } from "./transaction";

/** What a portal needs from its database in order to serve. False for whatever could not be checked. */
export interface DatabaseReadiness {
  /** It answers. */
  readonly database: boolean;
  /** Every migration this version knows is applied. Later ones may be: a version runs on the schema of the next. */
  readonly schema: boolean;
  /** Row-level security binds this process's transactions. */
  readonly role: boolean;
  /** PORTAL_SECRET and the numbered keys are those that the database was written with. */
  readonly key: boolean;
}

/** Probes expect an answer within a few seconds. */
const ANSWER_MS = 3_000;

let checking: Promise<DatabaseReadiness> | undefined;

/**
 * Checks the database within three seconds, whatever state it is in. Concurrent callers share one check, so that they
 * don't use up connections while the database is slow.
 */
export async function databaseReadiness(): Promise<DatabaseReadiness> {
  checking ??= check().finally(() => {
    checking = undefined;
  });
  return withDeadline(ANSWER_MS, checking).catch(() => ({ ...unknown }));
}

const unknown: DatabaseReadiness = { database: false, schema: false, role: false, key: false };

async function check(): Promise<DatabaseReadiness> {
  const found = { ...unknown } as { -readonly [Name in keyof DatabaseReadiness]: boolean };
  try {
    await asIdentity(async (db) => {
      await queryRows(db, sql`select 1`);
      found.database = true;
      found.schema = await isMigrated(db);
      if (!found.schema) return;
      found.key = await hasOwnKey(db);
      found.role = (await isBound(db)) && (await hasRightLogin());
    });
  } catch {
    // What stayed false reports it.
  }
  return found;
}

async function isMigrated(db: ScopedDb): Promise<boolean> {
  const applied = await queryRows<{ name: string }>(db, sql`select name from portcullis_migrations() as name`);
  const names = new Set(applied.map(({ name }) => name));
  return (await migrationNames()).every((name) => names.has(name));
}

/**
 * The first process to run leaves the fingerprints, and the first with a new key on its ring that of the key. Sample data
 * outlives its keys, so only production compares them.
 */
async function hasOwnKey(db: ScopedDb): Promise<boolean> {
  const { PORTAL_MODE, PORTAL_SECRET } = env();
  if (PORTAL_MODE !== "production") return true;
  const own = keyFingerprint(PORTAL_SECRET);
  const ring = keyRing();
  const keys = JSON.stringify(ringFingerprints(ring));
  await queryRows(db, sql`insert into "Installation" ("id", "secretCheck") values (1, ${own}) on conflict do nothing`);
  // What is known stays: another key under a known number is noticed.
  await queryRows(
    db,
    sql`update "Installation" set "keyChecks" = ${keys}::jsonb || "keyChecks"
      where "secretCheck" = ${own} and ${keys}::jsonb || "keyChecks" <> "keyChecks"`,
  );
  const known = await queryRows<{ secretCheck: string; keyChecks: Fingerprints }>(
    db,
    sql`select "secretCheck", "keyChecks" from "Installation" where "id" = 1`,
  );
  return known.every(({ secretCheck, keyChecks }) => secretCheck === own && changedKeys(keyChecks, ring).length === 0);
}

/** Outside of any account the application's role sees none, and row-level security is why. */
async function isBound(db: ScopedDb): Promise<boolean> {
  await queryRows(db, sql`select set_config('role', 'portcullis_app', true)`);
  const [row] = await queryRows<{ bound: boolean }>(
    db,
    sql`select row_security_active('"Account"') and not exists (select from "Account") as bound`,
  );
  return row?.bound === true;
}

/** The database whose login was found to have the right rights. They change with a migration, not by themselves. */
let rightsChecked: string | undefined;

/** The login can enter every role, and in production do nothing more. */
async function hasRightLogin(): Promise<boolean> {
  const { DATABASE_URL, PORTAL_MODE } = env();
  if (rightsChecked === DATABASE_URL) return true;
  const client = new Client({
    connectionString: DATABASE_URL,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const rights = await readLoginRights(client);
    const problem = missingRights(rights) ?? (PORTAL_MODE === "production" ? excessiveRights(rights) : undefined);
    if (problem === undefined) rightsChecked = DATABASE_URL;
    return problem === undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
