import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrationProblem, tablesProblem } from "@/lib/platform/db/migration-state";
import { migrationNames } from "@/lib/platform/db/migrations-folder";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { type PortalLogin, portalLogin } from "@/tests/fixtures/portal-login";

let database: TestDatabase;
let login: PortalLogin;
let owner: Client;
let portal: Client;
beforeAll(async () => {
  database = await freshDatabase();
  login = await portalLogin(database.url);
  [owner, portal] = [new Client({ connectionString: database.url }), new Client({ connectionString: login.url })];
  await Promise.all([owner.connect(), portal.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), portal.end()]);
  await login.drop();
  await database.drop();
});

const last = (await migrationNames()).at(-1) ?? "";
const where = `where migration_name = '${last}'`;

test("a database at this version has no problem, read with the portal's own rights", async () => {
  expect([await tablesProblem(portal), await migrationProblem(portal)]).toEqual([undefined, undefined]);
});

test.each<[string, string, RegExp]>([
  ["one is missing", `delete from _prisma_migrations ${where}`, new RegExp(`^Migration ${last} is missing\\. `)],
  [
    "several are missing",
    "delete from _prisma_migrations where migration_name > '20261128'",
    /^\d+ migrations are missing, from 20261128\d+_\w+ on\. /,
  ],
  [
    "one failed",
    `update _prisma_migrations set finished_at = null ${where}`,
    new RegExp(`^Migration ${last} failed\\. `),
  ],
  ["the history can't be read", "revoke select on _prisma_migrations from portcullis_app", /older version/],
])("it says in one sentence that %s", async (_, change, sentence) => {
  await owner.query("create table kept as table _prisma_migrations");
  await owner.query(change);
  try {
    expect(await migrationProblem(portal)).toMatch(sentence);
  } finally {
    await owner.query("truncate _prisma_migrations; insert into _prisma_migrations table kept; drop table kept");
    await owner.query("grant select on _prisma_migrations to portcullis_app");
  }
});

test("later migrations than this version's are no problem", async () => {
  await owner.query(`insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
    values ('later', '', '99990101000000_later', now(), now(), 1)`);
  expect(await migrationProblem(portal)).toBeUndefined();
  await owner.query("delete from _prisma_migrations where id = 'later'");
});

test("a failed attempt doesn't count once another succeeded", async () => {
  await owner.query(`insert into _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
    values ('x', '', '${last}', now(), 0)`);
  expect(await migrationProblem(portal)).toBeUndefined();
  await owner.query("delete from _prisma_migrations where id = 'x'");
});
