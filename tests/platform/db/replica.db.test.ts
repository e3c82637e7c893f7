import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { migratePortal } from "@/lib/platform/db/migrate-portal";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import { buildDemo, type Demo } from "@/prisma/seed/build-demo";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { Cluster } from "@/scripts/postgres/cluster";
import type { Ending } from "@/scripts/process/run-command";
import { callerOf } from "@/tests/fixtures/portal";
import { replicatedServer } from "@/tests/fixtures/replicated-server";
import { ownCommand, ownQuery } from "../operations/own-operation";

const endings: Ending[] = [];
let owner: OwnerDatabase;
let demo: Demo;
let replica: Cluster;
let admin: Caller;
let later = 0;

beforeAll(async () => {
  const server = await replicatedServer({ onEnd: (ending) => void endings.push(ending) });
  const url = server.primary.url();
  await migratePortal({ migrationUrl: url, portalUrl: url });
  owner = ownerDatabase(url);
  demo = await buildDemo(owner, new Date());
  replica = await server.startReplica();
  Object.assign(process.env, { DATABASE_URL: url, DATABASE_REPLICA_URL: replica.url() });
  forgetEnvironment();
  admin = await callerOf(owner, "owner@northwind.example");
});

afterAll(async () => {
  process.env.DATABASE_REPLICA_URL = "";
  forgetEnvironment();
  await disconnect();
  await owner.$disconnect();
  for (const ending of endings.toReversed()) await ending.stop();
});

afterEach(() => vi.useRealTimers());

/** Whatever the process remembers of the primary's position is too old for the next test. */
function muchLater(): void {
  later += 60_000;
  atLater();
}

function atLater(more = 0): void {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + later + more });
}

async function onReplica(sql: string): Promise<unknown> {
  const client = new Client({ connectionString: replica.url() });
  await client.connect();
  const { rows } = await client.query<{ said: unknown }>(sql).finally(() => client.end());
  return rows[0]?.said;
}

const whereAmI = async (db: ScopedDb) => {
  const [row] = await (db as Transaction).$queryRaw<object[]>`select pg_is_in_recovery() as replica,
    current_setting('transaction_read_only') = 'on' as "readOnly", current_user::text as role,
    (select count(*)::int from "Account") as accounts`;
  return row;
};
const old = ownQuery("account", "account.view", { replica: true, run: ({ db }) => whereAmI(db) });
const current = ownQuery("account", "account.view", { run: ({ db }) => whereAmI(db) });
const nameOf = ownQuery("account", "account.view", {
  replica: true,
  run: async ({ db, account }) => ({
    name: (await db.account.findUniqueOrThrow({ where: { id: account.id } })).name,
    replica: ((await whereAmI(db)) as { replica: boolean }).replica,
  }),
});

const slow = { timeout: 20_000 };

const ask = async (operation: typeof old, caller = admin) =>
  (await execute(caller, demo.northwind.id, operation, {})).said;

test("a read that may be old goes to the replica, read only and under the same row-level security", async () => {
  muchLater();
  // The first is too early: what the primary has written just now is still on its way.
  await expect
    .poll(() => ask(old), slow)
    .toEqual({ replica: true, readOnly: true, role: "portcullis_app", accounts: 1 });
});

test("any other read goes to the primary", async () => {
  muchLater();
  expect(await ask(current)).toEqual({ replica: false, readOnly: false, role: "portcullis_app", accounts: 1 });
});

test("after a change in the same request it goes to the primary", async () => {
  muchLater();
  const change = ownCommand("account", "account.view");
  const seen = await withRequest(admin, { accountId: demo.northwind.id }, async ({ execute }) => {
    await execute(change, {});
    return execute(old, {});
  });
  expect(seen.said).toMatchObject({ replica: false });
});

test("the primary answers when the replica is behind, and revoked access is refused although it is still there", async () => {
  muchLater();
  const contact = await callerOf(owner, "billing@northwind.example");
  await expect.poll(() => ask(nameOf, contact), slow).toMatchObject({ replica: true });
  await onReplica("select pg_wal_replay_pause()");
  try {
    await owner.account.update({ where: { id: demo.northwind.id }, data: { name: "Renamed" } });
    await owner.contact.updateMany({
      where: { accountId: demo.northwind.id, person: { email: "billing@northwind.example" } },
      data: { status: "suspended" },
    });
    atLater(12_000);
    expect(await ask(nameOf)).toEqual({ name: "Northwind Robotics", replica: true });
    await expect(ask(nameOf, contact)).rejects.toMatchObject({ code: "refused" });
    muchLater();
    expect(await ask(nameOf)).toEqual({ name: "Renamed", replica: false });
  } finally {
    await onReplica("select pg_wal_replay_resume()");
  }
  await expect.poll(() => ask(nameOf), slow).toEqual({ name: "Renamed", replica: true });
});

test("the primary answers when the replica is down", async () => {
  muchLater();
  await expect.poll(() => ask(old), slow).toMatchObject({ replica: true });
  await replica.stop();
  expect(await ask(old)).toMatchObject({ replica: false });
});
