import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MigrationError, migrate } from "@/lib/platform/db/migrate";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  await query("drop schema public cascade", "create schema public");
  folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await addMigration("20260101000000_first", "create table a (id int primary key);");
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("migrate", () => {
  test("applies missing migrations once, in order of name", async () => {
    await addMigration("20260102000000_second", "alter table a add column b int;");
    expect(await migrate(database.url, folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await migrate(database.url, folder)).toEqual([]);
    await query("insert into a (id, b) values (1, 2)");
  });

  test("two in parallel apply every migration once", async () => {
    const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(applied.flat()).toEqual(["20260101000000_first"]);
  });

  test("rejects a migration that was edited after it was applied", async () => {
    await migrate(database.url, folder);
    await addMigration("20260101000000_first", "create table a (id bigint primary key);");
    await expectRefusal(/20260101000000_first was edited/);
  });

  test("names a failed migration and doesn't continue after it", async () => {
    await addMigration("20260102000000_broken", "create table c (id int); create table a (id int);");
    await expectRefusal(/20260102000000_broken failed: .*relation "a" already exists/);
    await expectRefusal(/20260102000000_broken failed earlier/);
    await query("create table c (id int)");
  });

  test("handles semicolons inside a function", async () => {
    const body = "declare n int; begin select 1 into n; return n; end";
    await addMigration("20260102000000_function", `create function one() returns int language plpgsql as $$${body}$$;`);
    await migrate(database.url, folder);
    await expect(query("select one()")).resolves.toBeUndefined();
  });

  test("rejects a database that is ahead of this version", async () => {
    await addMigration("20260102000000_later", "select 1;");
    await migrate(database.url, folder);
    await rm(path.join(folder, "20260102000000_later"), { recursive: true });
    await expectRefusal(/20260102000000_later, which is unknown to this version/);
  });

  test("reports an unreachable database without its password", async () => {
    const error = await migrate("postgresql://someone:hidden@127.0.0.1:1/nothing", folder).catch((caught) => caught);
    expect(error).toBeInstanceOf(MigrationError);
    expect(error.message).toMatch(/reach/);
    expect(error.message).not.toContain("hidden");
  });
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

async function expectRefusal(sentence: RegExp): Promise<void> {
  const error = await migrate(database.url, folder).catch((caught) => caught);
  expect(error).toBeInstanceOf(MigrationError);
  expect(error.message).toMatch(sentence);
  expect(error.message).not.toContain("\n");
}

async function query(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
