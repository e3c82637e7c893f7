import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Disk } from "flydrive";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ZipFile } from "yazl";
import { addFile, storedKeys } from "./add-files";
import { type FilePart, FORMAT, type Manifest, partName, type TablePart } from "./manifest";
import { passing } from "./passing";
import { copyOut, type PortalTable, plainText, portalTables, schemas } from "./portal-tables";

export interface Archive {
  readonly manifest: Manifest;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes one snapshot of the database into one zip file, table by table, while the portal goes on working. Nothing is
 * held in memory, and the file gets its name only when it is complete.
 *
 * @param client of the login that migrates, who may assume the backup role
 * @param disk where the contents of files are; null if they are kept where this archive can't have them
 */
export async function writeArchive(
  client: Client,
  file: string,
  about: Pick<Manifest, "version" | "keyFingerprint" | "keys">,
  disk: Disk | null,
): Promise<Archive> {
  const partial = `${file}.partial`;
  await client.query("begin isolation level repeatable read read only");
  try {
    const migrations = await appliedMigrations(client);
    await client.query(`set local role portcullis_backup; ${plainText}`);
    const tables = await portalTables(client);
    const sequences = await readSequences(client);
    const keys = await storedKeys(client, disk);
    const createdAt = new Date().toISOString();
    const parts: TablePart[] = [];
    const files: FilePart[] = [];
    const manifest = { format: FORMAT, createdAt, ...about, migrations, sequences, tables: parts, files } as const;
    const { bytes, sha256 } = await writeZip(partial, (zip) => {
      for (const table of tables) addTable(zip, client, table, parts);
      if (disk !== null) for (const key of keys) addFile(zip, disk, key, files);
      addText(zip, "manifest.json", () => `${JSON.stringify(manifest, null, 2)}\n`);
    });
    await rename(partial, file);
    return { manifest, bytes, sha256 };
  } finally {
    await client.query("rollback").catch(() => {});
    await rm(partial, { force: true });
  }
}

async function appliedMigrations(client: Client): Promise<Manifest["migrations"]> {
  const { rows } = await client.query(`select migration_name as name, checksum from "_prisma_migrations"
    where finished_at is not null and rolled_back_at is null order by migration_name`);
  return rows;
}

/** A sequence is no part of a snapshot: it can only be ahead of it, which leaves a gap in its numbers. */
async function readSequences(client: Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ schema: string; name: string; of: string }>(
    `select n.nspname as schema, c.relname as name, c.oid::regclass::text as of
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = any($1) order by 1, 2`,
    [schemas],
  );
  const sequences: Manifest["sequences"] = [];
  for (const { schema, name, of } of rows) {
    const state = await client.query(`select last_value::text as value, is_called as called from ${of}`);
    sequences.push({ schema, name, ...state.rows[0] });
  }
  return sequences;
}

/** Readable by the owner alone: everything about every customer is in it. */
async function writeZip(file: string, fill: (zip: ZipFile) => void): Promise<{ bytes: number; sha256: string }> {
  const zip = new ZipFile();
  const hash = createHash("sha256");
  const counted = passing(hash);
  const written = pipeline(zip.outputStream, counted.stream, createWriteStream(file, { flags: "w", mode: 0o600 }));
  // A table that can't be read ends the file as well.
  zip.on("error", (error: Error) => counted.stream.destroy(error));
  fill(zip);
  zip.end();
  await written;
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
  return { bytes: counted.bytes(), sha256: hash.digest("hex") };
}

function addTable(zip: ZipFile, client: Client, table: PortalTable, parts: TablePart[]): void {
  const { schema, table: name, columns } = table;
  zip.addReadStreamLazy(partName(table), { forceZip64Format: true }, (give) => {
    const hash = createHash("sha256");
    const source = client.query(copyTo(copyOut(table)));
    const { stream } = passing(hash);
    source.on("error", (error) => stream.destroy(error));
    stream.once("end", () => {
      parts.push({ schema, table: name, columns: [...columns], rows: source.rowCount, sha256: hash.digest("hex") });
    });
    give(null, source.pipe(stream));
  });
}

/** Asked for when its turn comes, after everything that was added before it has been written. */
function addText(zip: ZipFile, name: string, text: () => string): void {
  zip.addReadStreamLazy(name, {}, (give) => give(null, Readable.from([Buffer.from(text())])));
}
