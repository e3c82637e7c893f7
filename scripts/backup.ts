import { existsSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import type { Environment } from "@/lib/platform/config/env";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { keyFingerprint } from "@/lib/platform/kernel/key-fingerprint";
import { ringOf } from "@/lib/platform/keys/key-ring";
import { ringFingerprints } from "@/lib/platform/keys/ring-fingerprints";
import type { Manifest } from "./backup/manifest";
import { type Archive, writeArchive } from "./backup/write-archive";
import { countKeys } from "./keys/count-keys";
import { portalVersion } from "./portal/portal-version";
import { settingsOn } from "./portal/settings-on";
import { connect } from "./postgres/connect";
import { ownDatabaseAsOwner, ownMigratedDatabase } from "./postgres/own-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

/** `npm run backup -- FILE`: one snapshot of the portal's data in one file, taken while the portal runs. */
await runCommand(async (shutdown) => {
  const file = readArguments();
  const url = await ownMigratedDatabase(shutdown);
  const client = await connect(await ownDatabaseAsOwner(shutdown));
  try {
    const startedAt = new Date();
    const settings = settingsOn(url);
    const isLocal = settings.FILES_S3_BUCKET === undefined;
    const disk = isLocal ? await fileStorage(settings) : null;
    const about = {
      version: portalVersion(),
      keyFingerprint: await fingerprintOf(client, settings),
      keys: await keysOf(client, settings),
    };
    const archive = await writeArchive(client, file, about, disk);
    await noteRun(client, { file, startedAt, archive });
    const { manifest, bytes, sha256 } = archive;
    const { tables, files } = manifest;
    console.log(`${file}: ${tables.length} tables, ${rowsOf(archive)} rows, ${files.length} files, ${bytes} bytes`);
    if (!isLocal) console.log(`The files in the bucket ${settings.FILES_S3_BUCKET} are not in it. Back them up there.`);
    console.log(`SHA-256 ${sha256}`);
  } finally {
    await client.end();
  }
});

function readArguments(): string {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || file.startsWith("-") || more.length > 0) {
    throw new CommandError("Usage: npm run backup -- portal.zip");
  }
  if (existsSync(file)) throw new CommandError(`${file} exists already. Choose another name.`);
  if (!existsSync(path.dirname(path.resolve(file)))) throw new CommandError(`There is no folder for ${file}.`);
  return file;
}

/** Of the key that the data is encrypted with, as the portal noted it; a portal that never ran has only its setting. */
async function fingerprintOf(client: Client, { PORTAL_SECRET }: Environment): Promise<string> {
  const { rows } = await client.query<{ fingerprint: string }>(
    `select "secretCheck" as fingerprint from "Installation"`,
  );
  return rows[0]?.fingerprint ?? keyFingerprint(PORTAL_SECRET);
}

/** Of the numbered keys that secrets are encrypted with, in the same way. */
async function keysOf(client: Client, settings: Environment): Promise<Manifest["keys"]> {
  const { rows } = await client.query<{ keys: Manifest["keys"] }>(`select "keyChecks" as keys from "Installation"`);
  const known = { ...ringFingerprints(ringOf(settings)), ...rows[0]?.keys };
  const used = new Set((await countKeys(client, "portcullis_backup")).map(({ key }) => String(key)));
  return Object.fromEntries(Object.entries(known).filter(([id]) => used.has(id)));
}

function rowsOf({ manifest }: Archive): number {
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}

async function noteRun(
  client: Client,
  { file, startedAt, archive }: { file: string; startedAt: Date; archive: Archive },
): Promise<void> {
  await client.query(
    `insert into "BackupRun" (id, "startedAt", "finishedAt", file, bytes, sha256, rows, version)
     values (gen_random_uuid(), $1, now(), $2, $3, $4, $5, $6)`,
    [startedAt, path.basename(file), archive.bytes, archive.sha256, rowsOf(archive), archive.manifest.version],
  );
}
