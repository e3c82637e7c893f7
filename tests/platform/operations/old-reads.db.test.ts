import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { Context } from "@/lib/platform/operations/operation";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/counting-proxy";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { ownCommand, ownQuery, scopeOf } from "./own-operation";

let portal: TestPortal;
let accountId: string;
let caller: Caller;
let replica: CountingProxy;
let asked: number;

/** The database itself, at the address of a replica: it says that it is none, and so the primary answers. */
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  caller = await portal.as("owner@northwind.example");
  replica = await countingProxy(portal.url);
  process.env.DATABASE_REPLICA_URL = replica.url;
  forgetEnvironment();
});
afterAll(async () => {
  await disconnect();
  await replica.close();
  await portal.close();
});
beforeEach(() => {
  asked = replica.begun();
});

const timesAsked = () => replica.begun() - asked;
const run = ({ db }: Context) => scopeOf(db);
const old = ownQuery("account", "account.view", { replica: true, run });
const current = ownQuery("account", "account.view", { run });

test("a query that may be old asks the replica first, also after another query", async () => {
  const { said } = await execute(caller, accountId, old, {});
  expect([String(said).startsWith("portcullis_app"), timesAsked()]).toEqual([true, 1]);
  await withRequest(caller, { accountId }, async ({ execute }) => {
    await execute(current, {});
    await execute(old, {});
  });
  expect(timesAsked()).toBe(2);
});

test("any other query never asks it", async () => {
  await execute(caller, accountId, current, {});
  expect(timesAsked()).toBe(0);
});

test("a query that may be old doesn't ask it after a command in the same request", async () => {
  const change = ownCommand("account", "account.view");
  await withRequest(caller, { accountId }, async ({ execute }) => {
    await execute(change, {});
    await execute(old, {});
  });
  expect(timesAsked()).toBe(0);
});
