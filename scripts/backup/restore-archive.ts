import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "pg";
import { migratePortal } from "@/lib/platform/db/migrate-portal";
import { migrationNames, migrationsFolder } from "@/lib/platform/db/migrations-folder";
import type { Fingerprints } from "@/lib/platform/keys/ring-fingerprints";
import { CommandError } from "../process/command-error";
import { loadTables } from "./load-tables";
import type { Manifest } from "./manifest";
import type { OpenArchive } from "./read-archive";

interface Target {
  /** A connection to the empty database, as the login that migrates. */
  readonly client: Client;
  readonly url: string;
  /** The login that the portal will use, or the same one. */
  readonly portalUrl: string;
  /** Fingerprint of the PORTAL_SECRET that the portal will run with. */
  readonly keyFingerprint: string;
  /** Fingerprints of the keys on its ring, by number. */
  readonly keys: Fingerprints;
  readonly acceptNewKey: boolean;
}

/**
 * Restores an archive into an empty database: migrates it to the backup's state, loads the rows, and then applies the
 * migrations made since. Refuses, before anything is written, what it can't restore. Returns the later migrations.
 *
 * @throws CommandError
 */
export async function restoreArchive(archive: OpenArchive, target: Target): Promise<string[]> {
  const { client, url, portalUrl, keyFingerprint, keys, acceptNewKey } = target;
  const { manifest } = archive;
  await requireKnownMigrations(manifest);
  if (manifest.keyFingerprint !== keyFingerprint && !acceptNewKey) {
    throw new CommandError(
      "The backup was made with another PORTAL_SECRET. Set that one, or add --accept-new-key: stored login details can't be read then, and sessions and links in email stop working.",
    );
  }
  const lacking = Object.entries(manifest.keys).find(([id, fingerprint]) => keys[id] !== fingerprint)?.[0];
  if (lacking !== undefined && !acceptNewKey) {
    throw new CommandError(
      `Secrets in the backup are encrypted with a key ${lacking} that this ring lacks (fingerprint ${manifest.keys[lacking]}). Add it to KEYS, or add --accept-new-key: those secrets can't be read then.`,
    );
  }
  await requireEmpty(client);
  await migrateAsThen({ migrationUrl: url, portalUrl }, manifest);
  await loadTables(client, archive);
  if (manifest.keyFingerprint !== keyFingerprint) {
    await client.query(`update "Installation" set "secretCheck" = $1`, [keyFingerprint]);
  }
  const later = await migratePortal({ migrationUrl: url, portalUrl });
  // The portal notes its own keys when it starts.
  if (lacking !== undefined || manifest.keyFingerprint !== keyFingerprint) {
    await client.query(`update "Installation" set "keyChecks" = '{}'`);
  }
  return later;
}

async function requireKnownMigrations({ migrations, version }: Manifest): Promise<void> {
  const known = new Set(await migrationNames());
  const unknown = migrations.find(({ name }) => !known.has(name));
  if (unknown !== undefined) {
    throw new CommandError(
      `The backup is from version ${version}, which is newer than this one: it has migration ${unknown.name}. Restore it with that version or a later one.`,
    );
  }
  for (const { name, checksum } of migrations) {
    const script = await readFile(path.join(migrationsFolder, name, "migration.sql"));
    if (createHash("sha256").update(script).digest("hex") === checksum) continue;
    throw new CommandError(`Migration ${name} differs from the one the backup was made with. Restore the file.`);
  }
}

/** A database with anything in it may be one that somebody needs. */
async function requireEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' limit 1`,
  );
  if (rows.length === 0) return;
  throw new CommandError(
    `The database isn't empty: it has ${rows[0]?.name}. Create an empty database and set DATABASE_URL to it.`,
  );
}

async function migrateAsThen(
  logins: { migrationUrl: string; portalUrl: string },
  { migrations }: Manifest,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "portcullis-migrations-"));
  try {
    for (const name of ["migration_lock.toml", ...migrations.map((migration) => migration.name)]) {
      await cp(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true });
    }
    await migratePortal({ ...logins, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
