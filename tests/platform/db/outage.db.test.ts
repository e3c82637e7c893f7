import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { prisma } from "@/lib/platform/db/client";
import { disconnect } from "@/lib/platform/db/disconnect";
import { GuardedPool } from "@/lib/platform/db/guarded-pool";
import { listen } from "@/lib/platform/db/listen";
import { isOutage, reportOutage } from "@/lib/platform/db/outage";
import { rateLimitStore } from "@/lib/platform/db/rate-limit-store";
import { databaseReadiness } from "@/lib/platform/db/readiness";
import { inSandbox, sandboxStore } from "@/lib/platform/db/sandbox-store";
import { type Timings, usualTimings } from "@/lib/platform/db/timings";
import { asIdentity } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { type FaultyNetwork, faultyNetwork } from "@/tests/fixtures/faulty-network";
import { problemOf } from "@/tests/fixtures/problem-of";

/** Three seconds for anything that must work; lost connections are noticed sooner. */
const quick: Timings = { ...usualTimings, check: 300, trusted: 0, query: 1_000, statement: 300, lock: 200 };

let database: TestDatabase;
let network: FaultyNetwork;
beforeAll(async () => {
  database = await freshDatabase();
  network = await faultyNetwork(database.url);
  process.env.DATABASE_URL = network.url;
  forgetEnvironment();
});
afterEach(() => network.restore());
afterAll(async () => {
  await disconnect();
  await network.close();
  await database.drop();
});

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const databaseAnswers = async (): Promise<boolean> => (await databaseReadiness()).database;

/** Queries the database directly, bypassing the faulty network. */
async function elsewhere(ask: (pool: GuardedPool) => Promise<unknown>): Promise<void> {
  const pool = new GuardedPool({ connectionString: database.url, max: 1 }, usualTimings);
  await ask(pool).finally(() => pool.end());
}

describe("a pool", () => {
  const pools: GuardedPool[] = [];
  const newPool = (timings: Timings = quick, max = 3): GuardedPool => {
    const pool = new GuardedPool({ connectionString: network.url, max }, timings);
    pools.push(pool);
    return pool;
  };
  afterEach(async () => {
    network.restore();
    await Promise.all(pools.splice(0).map((pool) => pool.end()));
  });

  it("never lends a silently dropped connection, and fails no caller over it", async () => {
    const pool = newPool();
    await Promise.all([1, 2, 3].map(() => pool.query("select pg_sleep(0.05)")));
    expect(pool.totalCount).toBe(3);
    network.forget();
    const { rows } = await pool.query("select 7 as seven");
    expect(rows).toEqual([{ seven: 7 }]);
    // One was found dead, and those of the same age were closed with it.
    expect(pool.totalCount).toBe(1);
  });

  it("discards a connection whose answer timed out", async () => {
    const pool = newPool({ ...quick, trusted: 60_000 }, 1);
    await pool.query("select 1");
    network.freeze();
    expect(isOutage(await errorOf(pool.query("select 1")))).toBe(true);
    network.restore();
    expect((await pool.query("select 1")).rowCount).toBe(1);
  });

  it("discards it within a transaction too, without waiting again for the rollback", async () => {
    const pool = newPool({ ...quick, trusted: 60_000 }, 1);
    const client = await pool.connect();
    await client.query("begin");
    network.freeze();
    expect(isOutage(await errorOf(client.query("select 1")))).toBe(true);
    expect(isOutage(await errorOf(client.query("rollback")))).toBe(true);
    client.release();
    expect(pool.totalCount).toBe(0);
    network.restore();
    expect((await pool.query("select 1")).rowCount).toBe(1);
  });

  it("gives up on a connection that is never answered, and on a server that accepts none", async () => {
    const pool = newPool();
    network.freeze();
    expect(isOutage(await errorOf(pool.query("select 1")))).toBe(true);
    network.refuse();
    expect(isOutage(await errorOf(pool.query("select 1")))).toBe(true);
    network.restore();
    expect((await pool.query("select 1")).rowCount).toBe(1);
  });

  it("doesn't wait forever for a connection that others hold", async () => {
    const pool = newPool(quick, 1);
    const held = await pool.connect();
    expect(isOutage(await errorOf(pool.connect()))).toBe(true);
    held.release();
    expect((await pool.query("select 1")).rowCount).toBe(1);
  });

  it("survives a reset while a lent connection is idle", async () => {
    const pool = newPool();
    const client = await pool.connect();
    await client.query("begin");
    network.cut();
    expect(isOutage(await errorOf(client.query("select 1")))).toBe(true);
    client.release();
    expect((await pool.query("select 1")).rowCount).toBe(1);
  });

  it("sets the server's limits for each transaction only", async () => {
    const pool = newPool(quick, 1);
    const client = await pool.connect();
    const limits = async () =>
      (
        await client.query(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
          current_setting('idle_in_transaction_session_timeout') as idle`)
      ).rows[0];
    await client.query("BEGIN");
    expect(await limits()).toEqual({ statement: "300ms", lock: "200ms", idle: "15s" });
    expect(await errorOf(client.query("select pg_sleep(1)"))).toMatchObject({ code: "57014" });
    await client.query("rollback");
    expect(await limits()).toEqual({ statement: "0", lock: "0", idle: "0" });
    client.release();
  });
});

describe("an outage is the Problem `unavailable`, with a time to try again", () => {
  const unavailable = { code: "unavailable", status: 503, extra: { retryAfter: expect.any(Number) } };

  it.each([
    ["a transaction", () => asIdentity((db) => db.person.count())],
    ["the counters of attempts", () => rateLimitStore().query("select 1")],
    ["the sandbox bank", () => inSandbox((client) => client.query("select 1"))],
    ["a question to the sandbox bank", () => sandboxStore().query("select 1")],
  ])("for %s that is refused, and then cut", async (_, ask) => {
    network.refuse();
    expect(await problemOf(ask())).toMatchObject(unavailable);
    network.restore();
    await ask();
    network.cut();
    // The pool may have noticed already; otherwise the first query does.
    await errorOf(ask());
    await ask();
    expect(await databaseAnswers()).toBe(true);
  });

  it("for a transaction that is cut off, whatever it was doing", async () => {
    const cut = asIdentity(async (db) => {
      await db.person.count();
      network.cut();
      return db.person.count();
    });
    expect(await problemOf(cut)).toMatchObject(unavailable);
  });

  it("for a transaction whose session an administrator ends", async () => {
    const ended = prisma().$transaction(async (tx) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await elsewhere((pool) => pool.query("select pg_terminate_backend($1)", [own?.pid]));
      return tx.$queryRaw`select 1`;
    });
    expect(await problemOf(ended)).toMatchObject(unavailable);
  });

  it.each([
    [
      "57014",
      "statement_timeout",
      (tx: Raw) =>
        tx.$executeRawUnsafe("set local statement_timeout = 20").then(() => tx.$queryRawUnsafe("select pg_sleep(5)")),
    ],
    [
      "25006",
      "a standby",
      (tx: Raw) =>
        tx.$executeRawUnsafe("set transaction read only").then(() => tx.$executeRawUnsafe(`create table t ()`)),
    ],
    ...["08006", "40001", "40P01", "53100", "53200", "53300", "55P03", "57P01", "57P03", "58030"].map(
      (code) => [code, "the server", (tx: Raw) => raise(tx, code)] as const,
    ),
  ] as const)("for SQLSTATE %s of %s", async (_, __, work) => {
    expect(await problemOf(prisma().$transaction((tx) => work(tx)))).toMatchObject(unavailable);
  });

  it.each(["22012", "23514", "42501", "P0001"])("and not for SQLSTATE %s, which is our own error", async (code) => {
    const error = await errorOf(prisma().$transaction((tx) => raise(tx, code)));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(Problem);
  });

  it("for a transaction that gets no connection or doesn't finish in time", async () => {
    const late = prisma().$transaction((tx) => tx.$queryRaw`select pg_sleep(0.2)::text`, { timeout: 50 });
    expect(await problemOf(late)).toMatchObject(unavailable);
  });

  it("and other errors pass through unchanged", async () => {
    const own = new Problem("conflict", "x");
    expect(await errorOf(reportOutage(() => Promise.reject(own)))).toBe(own);
    const fault = new TypeError("Connection is not a function");
    expect(await errorOf(reportOutage(() => Promise.reject(fault)))).toBe(fault);
  });
});

describe("readiness", () => {
  it("fails while the database hangs, with one query for all callers, and recovers", async () => {
    expect(await databaseAnswers()).toBe(true);
    network.freeze();
    const asked = network.open();
    expect(await Promise.all(Array.from({ length: 50 }, databaseAnswers))).toEqual(Array(50).fill(false));
    expect(network.open()).toBeLessThanOrEqual(asked + 1);
    network.restore();
    expect(await databaseAnswers()).toBe(true);
  });
});

describe("a listener", () => {
  it("notices a silently lost connection and reconnects", async () => {
    let connections = 0;
    let told: () => void = () => {};
    const heard = () => {
      connections++;
      told();
    };
    const next = () => new Promise<void>((resolve) => (told = resolve));
    const first = next();
    const listener = listen("portcullis_mail", heard, { retry: 10, answer: 200, heartbeat: 20 });
    await first;
    const second = next();
    network.forget();
    await second;
    const third = next();
    await elsewhere((pool) => pool.query("notify portcullis_mail"));
    await third;
    expect(connections).toBe(3);
    await listener.stop();
  });
});

interface Raw {
  $executeRawUnsafe(sql: string): Promise<unknown>;
  $queryRawUnsafe(sql: string): Promise<unknown>;
}

const raise = (tx: Raw, code: string) =>
  tx.$executeRawUnsafe(`do $$ begin raise exception 'made' using errcode = '${code}'; end $$`);
