import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseContent, markSeedingBegun, markSeedingFinished } from "@/scripts/portal/database-content";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { programs } from "@/scripts/process/programs";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

const nobody = { begun: false, onEnd: () => {} };
let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

test("a migrated database without rows counts as empty", async () => {
  expect(await databaseContent(client)).toBe("nothing");
});

test("an empty database counts as empty, whatever an extension added", async () => {
  await client.query("drop schema public, sandbox cascade; create schema public");
  expect(await databaseContent(client)).toBe("nothing");
});

test("one row in a portal table is other data, even if row-level security hides it", async () => {
  // Roles belong to the whole server, which other runs may share.
  const role = `reader_${randomBytes(6).toString("hex")}`;
  await client.query(`
    create table hidden (id int);
    insert into hidden values (1);
    alter table hidden enable row level security, force row level security;
    create role ${role};
    grant usage on schema public to ${role};
    set role ${role}`);
  expect(await databaseContent(client)).toBe("other data");
  await client.query(`reset role; drop owned by ${role}; drop role ${role}`);
});

test("a foreign table is other data, even if empty", async () => {
  await client.query("drop schema public, sandbox cascade; create schema public; create table theirs (id int)");
  expect(await databaseContent(client)).toBe("other data");
});

test("sample data only counts once it is complete", async () => {
  await markSeedingBegun(client);
  expect(await databaseContent(client)).toBe("half-seeded");
  await markSeedingFinished(client);
  expect(await databaseContent(client)).toBe("sample data");
});

test("other data is rejected before anything changes", async () => {
  await client.query("drop schema public, sandbox cascade; create schema public; create table theirs (id int)");
  const preparing = prepareDatabase(nobody, { DATABASE_URL: database.url });
  await expect(preparing).rejects.toThrow("The database contains other data");
  const { rows } = await client.query(
    "select tablename from pg_tables where schemaname not like all ('{pg\\_%,info%}')",
  );
  expect(rows).toEqual([{ tablename: "theirs" }]);
});

test("the demo reports it in one line", async () => {
  await client.query("drop schema public, sandbox cascade; create schema public; create table theirs (id int)");
  const demo = spawn(process.execPath, [...programs.script, "scripts/demo.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, PORT: "39517" },
  });
  const output = demo.stderr.setEncoding("utf8").toArray();
  const [code] = await once(demo, "close");
  expect(code).toBe(1);
  expect((await output).join("")).toBe("The database contains other data. Set DATABASE_URL to an empty one.\n");
});
