import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { databaseReadiness } from "@/lib/platform/db/readiness";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

const ready = { database: true, schema: true, role: true, key: true };
const secrets = ["n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe", "kQ2w8Zr5Tn1Yb7Vx4Mc0Ld6Hf3Js9PgU"] as const;

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  use(secrets[0]);
});
afterEach(async () => {
  await disconnect();
  await database.drop();
  forgetEnvironment();
});

it("is complete on a migrated database, and leaves the fingerprint of the key once", async () => {
  expect(await databaseReadiness()).toEqual(ready);
  expect(await databaseReadiness()).toEqual(ready);
  const [row, ...others] = await query(`select "secretCheck" as fingerprint from "Installation"`);
  expect(others).toEqual([]);
  expect(row?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  expect(secrets[0]).not.toContain(row?.fingerprint);
});

it("fails on another key than the stored secrets are encrypted with", async () => {
  await databaseReadiness();
  await disconnect();
  use(secrets[1]);
  expect(await databaseReadiness()).toEqual({ ...ready, key: false });
});

it("fails on a schema that lacks a migration, and not on one that has a later one", async () => {
  await query(`insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
    values ('later', '', '99990101000000_later', now(), now(), 1)`);
  expect(await databaseReadiness()).toEqual(ready);
  await query(`update "_prisma_migrations" set finished_at = null where id =
    (select id from "_prisma_migrations" where migration_name < '9999' order by migration_name desc limit 1)`);
  expect(await databaseReadiness()).toEqual({ database: true, schema: false, role: false, key: false });
});

it("fails if row-level security doesn't bind the application's role", async () => {
  await query(`alter table "Account" disable row level security`);
  expect(await databaseReadiness()).toEqual({ ...ready, role: false });
});

function use(secret: string): void {
  Object.assign(process.env, { DATABASE_URL: database.url, PORTAL_MODE: "production", PORTAL_SECRET: secret });
  forgetEnvironment();
}

async function query(statement: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client.query(statement).then(
    ({ rows }) => client.end().then(() => rows),
    async (error) => {
      await client.end();
      throw error;
    },
  );
}
