import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { runJobs } from "@/lib/jobs/run-jobs";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import type { Manifest } from "@/scripts/backup/manifest";
import { copyOut, plainText, portalTables } from "@/scripts/backup/portal-tables";
import { type OpenArchive, openArchive } from "@/scripts/backup/read-archive";
import { restoreArchive } from "@/scripts/backup/restore-archive";
import { restoreFiles } from "@/scripts/backup/restore-files";
import { selfTest } from "@/scripts/backup/self-test";
import { writeArchive } from "@/scripts/backup/write-archive";
import { copyDatabase, type TestDatabase } from "@/tests/fixtures/copy-database";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { urlOf } from "@/tests/fixtures/template-database";

const about = { version: "1.2.3", keyFingerprint: "0123", keys: { 1: "4567" } };
const folder = mkdtempSync(path.join(tmpdir(), "portcullis-backup-"));
const file = path.join(folder, "portal.zip");

let portal: TestPortal;
let source: Client;
let manifest: Manifest;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  portal = await testPortal();
  source = await connected(portal.url);
  const stop = await busyPortal();
  ({ manifest } = await writeArchive(source, file, about, await fileStorage()));
  await stop();
});
afterEach(async () => {
  await disconnect();
  process.env.DATABASE_URL = portal.url;
  forgetEnvironment();
  for (const database of databases.splice(0)) await database.drop();
});
afterAll(async () => {
  await source.end();
  await disconnect();
  await portal.close();
  rmSync(folder, { recursive: true });
});

test("a backup taken while customers and the worker write restores to exactly its snapshot, with the books balanced", async () => {
  const target = await emptyDatabase();
  expect(await restored(await openArchive(file), target)).toEqual([]);
  const client = await connected(target);
  try {
    expect(await digests(client)).toEqual(Object.fromEntries(manifest.tables.map((t) => [t.table, t.sha256])));
    expect(await rightsOf(client)).toEqual(await rightsOf(source));
    use(target);
    const { drift, entries } = await findLedgerDrift();
    expect([drift, entries > 0]).toEqual([[], true]);
    expect(await selfTest(client)).toMatchObject({ problems: [], accounts: expect.any(Number) });
    const { rows } = await client.query(`select nextval('"Ticket_number_seq"') > max(number) as free from "Ticket"`);
    expect(rows).toEqual([{ free: true }]);
  } finally {
    await client.end();
  }
});

test("a quiet portal and its restored copy hold the same rows", async () => {
  const quiet = path.join(folder, "quiet.zip");
  await writeArchive(source, quiet, about, null);
  const target = await emptyDatabase();
  await restored(await openArchive(quiet), target);
  const client = await connected(target);
  expect(await digests(client).finally(() => client.end())).toEqual(await digests(source));
});

/** The files that the rows name. */
async function storedKeys(): Promise<string[]> {
  const stored = await portal.owner.storedFile.findMany({ where: { state: "attached" } });
  return stored.flatMap(({ storageKey, thumbnailKey }) => [storageKey ?? [], thumbnailKey ?? []].flat());
}

test("what people uploaded is in the backup, and is restored to where the rows say it is", async () => {
  const archive = await openArchive(file);
  const elsewhere = path.join(folder, "files");
  const disk = new Disk(new FSDriver({ location: elsewhere, visibility: "private" }));
  const keys = await storedKeys();
  expect(await restoreFiles(archive, disk)).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(2);
  for (const key of keys) expect(await disk.getBytes(key)).toEqual(await (await fileStorage()).getBytes(key));
  archive.close();
});

test("no backup is made without the files that the rows name", async () => {
  const empty = new Disk(new FSDriver({ location: path.join(folder, "empty"), visibility: "private" }));
  const keys = await storedKeys();
  const incomplete = path.join(folder, "incomplete.zip");
  await expect(writeArchive(source, incomplete, about, empty)).rejects.toThrow(
    new RegExp(`^${keys.length} of ${keys.length} files are not in FILES_DIR`),
  );
});

test("the archive is readable by its owner alone and leaves no unfinished file", () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("a database with anything in it is not touched", async () => {
  const target = await emptyDatabase();
  const client = await connected(target);
  await client.query("create table somebodys (id int)");
  await expect(restored(await openArchive(file), target)).rejects.toThrow(/isn't empty: it has somebodys/);
  expect(await tableCount(client).finally(() => client.end())).toBe(1);
});

test("another key is refused unless it is accepted", async () => {
  const target = await emptyDatabase();
  const archive = await openArchive(file);
  await expect(restored(archive, target, { keyFingerprint: "another" })).rejects.toThrow(/another PORTAL_SECRET/);
  const client = await connected(target);
  expect(await tableCount(client)).toBe(0);
  await restored(archive, target, { keyFingerprint: "another", acceptNewKey: true });
  await client.end();
});

test("a ring without a key of the secrets is refused unless it is accepted, and one with more keys is not", async () => {
  const target = await emptyDatabase();
  const archive = await openArchive(file);
  const others: Record<string, string>[] = [{}, { 1: "another" }];
  for (const keys of others) {
    await expect(restored(archive, target, { keys })).rejects.toThrow(
      /a key 1 that this ring lacks \(fingerprint 4567\)/,
    );
  }
  const client = await connected(target);
  expect(await tableCount(client)).toBe(0);
  await restored(archive, target, { keys: {}, acceptNewKey: true });
  expect((await client.query(`select "keyChecks" from "Installation"`)).rows).toEqual([]);
  await client.end();
  await restored(archive, await emptyDatabase(), { keys: { ...about.keys, 2: "89ab" } });
});

test("a backup of a newer version is refused before anything is written", async () => {
  const archive = await openArchive(file);
  const newer = { name: "99990101000000_later", checksum: "" };
  const migrations = [...archive.manifest.migrations, newer];
  const target = await emptyDatabase();
  const restoring = restored({ ...archive, manifest: { ...archive.manifest, migrations } }, target);
  await expect(restoring).rejects.toThrow(/version 1\.2\.3, which is newer than this one: .*99990101000000_later/);
});

test("a damaged archive is refused, wherever it is damaged", async () => {
  const whole = readFileSync(file);
  const broken = path.join(folder, "broken.zip");
  const flipped = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  // More than the headers between two tables take, some of whose bytes say nothing.
  for (let at = middle; at < middle + 256; at++) flipped[at] = (flipped[at] ?? 0) ^ 0xff;
  for (const content of [flipped, whole.subarray(0, middle), Buffer.from("no archive"), Buffer.alloc(0)]) {
    writeFileSync(broken, content);
    await expect(openArchive(broken)).rejects.toThrow(/broken\.zip is damaged, or isn't a backup of the portal/);
  }
  await expect(openArchive(path.join(folder, "nothing.zip"))).rejects.toThrow(/nothing\.zip can't be read \(ENOENT\)/);
});

test("the self-test reports a table whose policy is gone", async () => {
  const target = await emptyDatabase();
  await restored(await openArchive(file), target);
  const client = await connected(target);
  await client.query(`alter table "Ticket" disable row level security`);
  use(target);
  const { problems } = await selfTest(client).finally(() => client.end());
  expect(problems).toContain(`"Ticket" shows rows of other accounts.`);
});

test("the backup role reads every table and writes none", async () => {
  const { rows } = await source.query(
    `select c.relname from pg_class c where c.relkind in ('r', 'p')
       and c.relnamespace::regnamespace::text in ('public', 'sandbox') and (
         not has_table_privilege('portcullis_backup', c.oid, 'select')
         or has_table_privilege('portcullis_backup', c.oid, 'insert, update, delete, truncate')
         or c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads'))`,
  );
  expect(rows).toEqual([]);
});

/** Opens tickets and runs the worker's jobs until told to stop; returns when both have begun. */
async function busyPortal(): Promise<() => Promise<void>> {
  let stopping = false;
  const caller = await portal.as("owner@globex.example");
  const ticket = { subject: "During a backup", message: "x", department: "support", priority: "normal" } as const;
  const write = async () => {
    do await execute(caller, portal.demo.globex.id, openTicket, ticket);
    while (!stopping);
  };
  const jobs = async () => {
    for (let month = 1; !stopping; month++) await runJobs(addDays(new Date(), 31 * month), undefined, () => stopping);
  };
  const running = [write(), write(), jobs()];
  await execute(caller, portal.demo.globex.id, openTicket, ticket);
  return async () => {
    stopping = true;
    await Promise.all(running);
  };
}

async function emptyDatabase(): Promise<string> {
  const database = await copyDatabase(urlOf(portal.url, "template1"));
  databases.push(database);
  return database.url;
}

async function restored(
  archive: OpenArchive,
  url: string,
  options: { keyFingerprint?: string; keys?: Record<string, string>; acceptNewKey?: boolean } = {},
) {
  const client = await connected(url);
  const { keyFingerprint, keys } = about;
  const target = { client, url, portalUrl: url, keyFingerprint, keys, acceptNewKey: false, ...options };
  return restoreArchive(archive, target).finally(() => client.end());
}

/** Of each table's rows as they are now, independent of any manifest. */
async function digests(client: Client): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await client.query(`begin; set local role portcullis_backup; ${plainText}`);
  for (const table of await portalTables(client)) {
    const hash = createHash("sha256");
    const stream = client.query(copyTo(copyOut(table)));
    stream.on("data", (piece: Buffer) => hash.update(piece));
    await once(stream, "end");
    found[table.table] = hash.digest("hex");
  }
  await client.query("rollback");
  return found;
}

/** What loading switches off and has to switch on again. */
async function rightsOf(client: Client): Promise<unknown[]> {
  const { rows } = await client.query(
    `select c.oid::regclass::text as table, c.relrowsecurity, c.relforcerowsecurity,
       array(select t.tgname || t.tgenabled::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgname not like 'test\\_fixture%' order by 1) as triggers,
       array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n' order by k.conname) as constraints
     from pg_class c where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ('public', 'sandbox') order by 1`,
  );
  return rows;
}

async function tableCount(client: Client): Promise<number> {
  const { rows } = await client.query(`select count(*)::int as n from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  return rows[0].n;
}

function use(url: string): void {
  process.env.DATABASE_URL = url;
  forgetEnvironment();
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
