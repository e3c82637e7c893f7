import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startWorker } from "@/lib/jobs/start-worker";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { rateLimitStore } from "@/lib/platform/db/rate-limit-store";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asIdentity, withTransaction } from "@/lib/platform/db/transaction";
import { copyDatabase, type TestDatabase } from "@/tests/fixtures/copy-database";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let other: TestDatabase;
beforeAll(async () => {
  portal = await testPortal();
  other = await copyDatabase(portal.url);
});
afterAll(async () => {
  await portal.close();
  await other.drop();
});
afterEach(() => use({ DATABASE_POOLER: "", DATABASE_DIRECT_URL: "" }));

async function use(settings: Record<string, string>): Promise<void> {
  await disconnect();
  Object.assign(process.env, settings);
  forgetEnvironment();
}

/** The statements that stay prepared on the portal's one connection after a request. */
async function preparedStatements(): Promise<number> {
  const { credential } = await portal.as("owner@northwind.example");
  if (credential === null) throw new Error("no credential");
  await withTransaction({ credential, accountId: portal.demo.northwind.id, now: new Date() }, async (scope) =>
    expect(scope?.account?.id).toBe(portal.demo.northwind.id),
  );
  return asIdentity(async (db) => {
    await db.person.findFirst();
    const [row] = await (db as Transaction).$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_prepared_statements`;
    return row?.count ?? -1;
  });
}

/** Connections of the worker that need PostgreSQL itself, by whether they have the direct one's name. */
async function connections(): Promise<{ direct: number; astray: number }> {
  const [row] = await portal.owner.$queryRaw<{ direct: number; astray: number }[]>`
    select count(*) filter (where application_name = 'direct')::int as direct,
      count(*) filter (where application_name <> 'direct')::int as astray
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and (query like 'listen %' or query ilike '%pgboss%')`;
  return row ?? { direct: 0, astray: 0 };
}

describe("with a pooler in transaction mode", () => {
  test("no statement stays prepared on a connection", async () => {
    expect(await preparedStatements()).toBeGreaterThan(2);
    await use({ DATABASE_POOLER: "transaction", DATABASE_DIRECT_URL: portal.url });
    expect(await preparedStatements()).toBe(0);
  });

  test("nor on one of the counters of attempts", async () => {
    await use({ DATABASE_POOLER: "transaction", DATABASE_DIRECT_URL: portal.url });
    await rateLimitStore().query({ name: "kept", text: "select 1" });
    const { rows } = await rateLimitStore().query("select name from pg_prepared_statements");
    expect(rows).toEqual([]);
  });

  test("the worker listens and keeps its queue on the direct connection", async () => {
    const direct = `${portal.url}?application_name=direct`;
    await use({ DATABASE_POOLER: "transaction", DATABASE_DIRECT_URL: direct });
    const worker = await startWorker();
    try {
      await expect.poll(async () => (await connections()).direct, { timeout: 10_000 }).toBeGreaterThanOrEqual(5);
      expect((await connections()).astray).toBe(0);
    } finally {
      await worker.stop();
    }
  });

  test("the worker doesn't start where the database's notifications don't arrive", async () => {
    await use({ DATABASE_POOLER: "transaction", DATABASE_DIRECT_URL: other.url });
    await expect(startWorker()).rejects.toThrow("notifications don't arrive. Set DATABASE_DIRECT_URL");
  });
});
