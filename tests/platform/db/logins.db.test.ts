import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startWorker } from "@/lib/jobs/start-worker";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { prisma } from "@/lib/platform/db/client";
import { disconnect } from "@/lib/platform/db/disconnect";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { excessiveRights, missingRights, readLoginRights } from "@/lib/platform/db/login-rights";
import { MigrationError } from "@/lib/platform/db/migrate";
import { migratePortal } from "@/lib/platform/db/migrate-portal";
import { rateLimitStore } from "@/lib/platform/db/rate-limit-store";
import { databaseReadiness } from "@/lib/platform/db/readiness";
import { inSandbox } from "@/lib/platform/db/sandbox-store";
import { asIdentity } from "@/lib/platform/db/transaction";
import { buildDemo } from "@/prisma/seed/build-demo";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { selfTest } from "@/scripts/backup/self-test";
import { databaseFindings } from "@/scripts/doctor/database";
import { requireOwnPortal, requirePortalDatabase } from "@/scripts/postgres/require-portal-database";
import { type PlainServer, plainServer } from "@/tests/fixtures/plain-server";

let server: PlainServer;
beforeAll(async () => {
  server = await plainServer();
  await migratePortal(server);
});
afterAll(async () => {
  await disconnect();
  await server.stop();
});
beforeEach(() => serve(server.portalUrl));

async function serve(url: string, mode = "production"): Promise<void> {
  await disconnect();
  Object.assign(process.env, {
    DATABASE_URL: url,
    PORTAL_MODE: mode,
    PORTAL_SECRET: "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe",
  });
  forgetEnvironment();
}

async function plainly<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

const isReady = async () => (await databaseReadiness()).role;

const rightsOf = (url: string) => plainly(url, readLoginRights);

describe("a database migrated by a user who is no superuser", () => {
  test("serves the portal, which has a login of its own", async () => {
    expect(await asIdentity((db) => db.person.count())).toBe(0);
    expect(await isReady()).toBe(true);
    expect((await rateLimitStore().query('select * from "RateLimit"')).rows).toEqual([]);
    expect((await inSandbox((client) => client.query("select * from sandbox.charge"))).rows).toEqual([]);
  });

  test("takes the sample data, with all its triggers", async () => {
    const owner = ownerDatabase(server.migrationUrl);
    const demo = await buildDemo(owner, new Date()).finally(() => owner.$disconnect());
    expect(await asIdentity((db) => db.contact.count({ where: { accountId: demo.northwind.id } }))).toBeGreaterThan(1);
  });

  test("lets the worker keep its queue without the right to create schemas", async () => {
    const worker = await startWorker();
    await worker.stop();
    const owners = await plainly(server.superuserUrl, (client) =>
      client.query("select distinct tableowner from pg_tables where schemaname = 'pgboss'"),
    );
    expect(owners.rows).toEqual([{ tableowner: "plain_portal" }]);
  });

  test("lets the owner of its tables run commands beside the worker's queue, and not the portal", async () => {
    await requirePortalDatabase(server.portalUrl);
    await requireOwnPortal(env());
    await requirePortalDatabase(server.migrationUrl);
    await serve(server.migrationUrl);
    expect(await findLedgerDrift()).toMatchObject({ drift: [] });
    expect(await plainly(server.migrationUrl, selfTest)).toMatchObject({ problems: [] });
    await expect(requireOwnPortal(env())).rejects.toThrow(
      /^The database user "plain_owner" owns the portal's tables, /,
    );
    const problems = (await databaseFindings(env())).filter(({ state }) => state === "problem");
    expect(problems).toMatchObject([{ message: expect.stringContaining('"plain_owner" owns the portal\'s tables') }]);
  });

  test("is migrated again without a change", async () => {
    expect(await migratePortal(server)).toEqual([]);
    expect(await Promise.all([migratePortal(server), migratePortal(server)])).toEqual([[], []]);
  });
});

describe("the portal's login", () => {
  test("reads no table of the portal outside of a transaction", async () => {
    const { rows: tables } = await plainly(server.superuserUrl, (client) =>
      client.query<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'sandbox')",
      ),
    );
    expect(tables.length).toBeGreaterThan(40);
    await plainly(server.portalUrl, async (client) => {
      for (const { name } of tables) {
        await expect(client.query(`select * from ${name}`), name).rejects.toMatchObject({ code: "42501" });
      }
    });
  });

  test("runs nothing outside of a transaction", async () => {
    await expect(prisma().$queryRaw`select 1`).rejects.toThrow("This query isn't in a transaction.");
    await expect(prisma().person.findMany()).rejects.toThrow("This query isn't in a transaction.");
    await expect(prisma().person.deleteMany()).rejects.toThrow("This query isn't in a transaction.");
  });

  test("begins a transaction as the role that sees nothing by itself", async () => {
    const [row] = await prisma().$transaction((tx) => tx.$queryRaw<object[]>`select current_user::text as role`);
    expect(row).toEqual({ role: "portcullis_app" });
  });

  test("has exactly the rights it needs", async () => {
    const rights = await rightsOf(server.portalUrl);
    expect([missingRights(rights), excessiveRights(rights)]).toEqual([undefined, undefined]);
  });

  test("isn't ready without the right to enter a role, which the next migration gives back", async () => {
    await server.query("revoke portcullis_identity from plain_portal granted by plain_owner");
    expect(missingRights(await rightsOf(server.portalUrl))).toMatch(
      /"plain_portal" may not act as portcullis_identity\. /,
    );
    await serve(`${server.portalUrl}?application_name=again`);
    expect(await isReady()).toBe(false);
    await migratePortal(server);
    expect(await isReady()).toBe(true);
  });
});

describe("in production the portal refuses", () => {
  test.each<[string, () => string, RegExp]>([
    ["a superuser", () => server.superuserUrl, /" bypasses row-level security\. Give the portal a login of its own/],
    ["the owner of the tables", () => server.migrationUrl, /"plain_owner" owns the portal's tables/],
  ])("%s, and takes it elsewhere", async (_, url, sentence) => {
    await migratePortal({ migrationUrl: server.migrationUrl, portalUrl: url() });
    const rights = await rightsOf(url());
    expect(missingRights(rights)).toBeUndefined();
    expect(excessiveRights(rights)).toMatch(sentence);
    await serve(url());
    expect(await isReady()).toBe(false);
    await serve(`${url()}?application_name=demo`, "demo");
    expect(await isReady()).toBe(true);
  });

  test("a login that inherits a role's rights, until they are granted without", async () => {
    await server.query("create role heir login inherit password 'heir-password' in role portcullis_identity");
    const heir = Object.assign(new URL(server.portalUrl), { username: "heir", password: "heir-password" }).href;
    expect(excessiveRights(await rightsOf(heir))).toMatch(/"heir" has the rights of portcullis_identity all the time/);
  });
});

test("a user who may not create roles is told so in one sentence", async () => {
  await server.query("create role poor login password 'poor-password'");
  await server.query("create database poor owner poor");
  const poor = Object.assign(new URL(server.portalUrl), {
    username: "poor",
    password: "poor-password",
    pathname: "/poor",
  });
  const stranger = Object.assign(new URL(poor), { username: "stranger" });
  const error = await migratePortal({ migrationUrl: poor.href, portalUrl: stranger.href }).catch((caught) => caught);
  expect(error).toBeInstanceOf(MigrationError);
  expect(error.message).toMatch(
    /^The database user "poor" can't prepare the database: permission denied to create role\. /,
  );
});
