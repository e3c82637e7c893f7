import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/platform/db/client";
import { Grant } from "@/lib/platform/db/grant";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { asIdentity, asJob, asWorker, withTransaction } from "@/lib/platform/db/transaction";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const pidOf = async (db: ScopedDb) => {
  const [row] = await (db as Transaction).$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
};

async function inAccount(work: (db: ScopedDb) => Promise<number>): Promise<number | null> {
  const { credential } = await portal.as("owner@northwind.example");
  if (credential === null) throw new Error("no credential");
  return withTransaction({ credential, accountId: portal.demo.northwind.id, now: new Date() }, async (scope) => {
    const grant = scope && Grant.of(scope.viewer, "account.view", "account");
    return scope && grant ? work(await scope.open(grant)) : null;
  });
}

async function fails(): Promise<number> {
  let pid = 0;
  const work = inAccount(async (db) => {
    pid = await pidOf(db);
    throw new Error("on purpose");
  });
  await expect(work).rejects.toThrow("on purpose");
  return pid;
}

test.each<[string, () => Promise<number | null>]>([
  ["a person's request", () => inAccount(pidOf)],
  ["a request that failed", fails],
  ["sign-in", () => asIdentity(pidOf)],
  ["a job", () => asJob(portal.demo.northwind.id, new Date(), ({ db }) => pidOf(db))],
  ["the worker", () => asWorker(pidOf)],
])("a connection comes back from %s without a role, an account or a person", async (_, use) => {
  const pid = await use();
  const [seen] = await prisma().$transaction(
    (tx) => tx.$queryRaw<object[]>`
    select pg_backend_pid() as pid, current_user::text as role, current_setting('portcullis.account', true) as account,
      current_setting('portcullis.person', true) as person`,
  );
  expect(seen).toEqual({ pid, role: "portcullis_app", account: "", person: "" });
});
