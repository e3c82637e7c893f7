import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/lib/http/registry";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/counting-proxy";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { columns, expected } from "./expected";
import { groundOf } from "./restore";
import { samples } from "./samples";
import { viewers } from "./viewers";

/** The transaction with its caller, at most two steps of reading, and its end. */
const MOST = 4;

/** Trees of several levels, of which each is a step; so is a ticket that is looked up before what it has is listed. */
const trees: Readonly<Record<string, number>> = {
  "services.list-products": 7,
  "queue.list": 5,
  "canned-replies.list-offered": 5,
  "merging.list-messages": 5,
  "tickets.list-cc-suggestions": 5,
  // A meeting with its invitations, and then what belongs to it.
  "meetings.view-revision": 6,
  "meetings.view-signed-minutes": 6,
  // A meeting, all who may see it, and its items: a preview, made once.
  "meetings.preview-audience": 7,
  // The newest, and then those of them that may be seen.
  "notifications.list": 5,
  "notifications.list-for-staff": 5,
  // A meeting, and then the actions of those before it.
  "actions.list-of-meeting": 5,
};

let portal: TestPortal;
let proxy: CountingProxy;
beforeAll(async () => {
  portal = await testPortal();
  await groundOf(portal);
  proxy = await countingProxy(portal.url);
  process.env.DATABASE_URL = proxy.url;
  forgetEnvironment();
  await disconnect();
});
afterAll(async () => {
  await disconnect();
  await proxy.close();
  await portal.close();
});

const isList = ({ kind, output }: AnyOperation): boolean =>
  kind === "query" && output instanceof z.ZodObject && output.shape.items instanceof z.ZodArray;
const lists = operations.filter(isList).map((operation) => [operation.name, operation] as const);

/** Everyone who may run it: what conditions need of some of them is loaded besides. */
const allowed = (name: string) => {
  const cells = (expected[name] ?? "").trim().split(/\s+/);
  return columns.filter((_, index) => cells[index] === "+").map((column) => viewers[column]);
};

describe.each(lists)("%s", (name, operation) => {
  const most = trees[name] ?? MOST;
  test(`takes at most ${most} round trips to the database, whoever asks`, async () => {
    const taken: Record<string, number> = {};
    for (const email of allowed(name)) taken[email] = (await secondTime(operation, email)).roundTrips;
    expect(Math.max(...Object.values(taken)), JSON.stringify(taken)).toBeLessThanOrEqual(most);
  });
});

/** The frame around every page, and the page that is measured. */
const everywhere = ["notifications.count-unread", "notifications.count-unread-for-staff", "profile.list-accounts"];
const prepared = [...everywhere, "invoices.list", "tickets.list", "services.list", "payments.list"];

describe.each(prepared)("%s", (name) => {
  // A statement that is too long to be kept is planned again for each page: the bell's took 9 of a page's 10 ms.
  test("sends only statements that PostgreSQL has prepared, whoever asks", async () => {
    const operation = operations.find((one) => one.name === name) as AnyOperation;
    expect(allowed(name).length).toBeGreaterThan(0);
    for (const email of allowed(name)) expect(await secondTime(operation, email), email).toMatchObject({ parsed: 0 });
  });
});

test("most people have nothing unread, and are told so in one step of reading", async () => {
  const operation = operations.find(({ name }) => name === "notifications.count-unread") as AnyOperation;
  await portal.owner.notification.updateMany({ data: { readAt: new Date() } });
  expect((await secondTime(operation, "owner@northwind.example")).roundTrips).toBe(3);
});

test("the list opened most is read with the end of its transaction: by customers, of whom no reading is kept", async () => {
  const operation = operations.find(({ name }) => name === "invoices.list") as AnyOperation;
  expect((await secondTime(operation, "owner@northwind.example")).roundTrips).toBe(2);
  expect((await secondTime(operation, "staff-manager@portcullis.example")).roundTrips).toBeGreaterThan(2);
});

/** What somebody's request costs the database, once the first has noted the use of the session and prepared its statements. */
async function secondTime(operation: AnyOperation, email: string) {
  const accountId = portal.demo.northwind.id;
  const input = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
  const call = { operation, accountId, input, cookie: await portal.cookie(email) };
  await restCall(call);
  const before = { roundTrips: proxy.roundTrips(), parsed: proxy.parsed() };
  expect((await restCall(call)).status).toBe(200);
  return { roundTrips: proxy.roundTrips() - before.roundTrips, parsed: proxy.parsed() - before.parsed };
}
