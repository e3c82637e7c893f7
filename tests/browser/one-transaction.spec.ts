import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";
import getPort from "get-port";
import { programs } from "@/scripts/process/programs";
import { demo } from "@/tests/fixtures/browser/demo";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { sessionCookie } from "@/tests/fixtures/browser/session-cookie";
import { test } from "@/tests/fixtures/browser/test";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/counting-proxy";

let records: PageRecords;
let proxy: CountingProxy;
let server: ChildProcess;
let address: string;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
  proxy = await countingProxy(process.env.PORTAL_TEST_DATABASE_URL ?? "");
  const port = await getPort({ host: "127.0.0.1" });
  address = `http://localhost:${port}`;
  server = spawn(process.execPath, programs.server, {
    env: { ...process.env, NODE_ENV: "production", PORTAL_URL: address, PORT: String(port), DATABASE_URL: proxy.url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await expect.poll(() => statusOf("/api/health"), { timeout: 110_000 }).toBe(200);
});
test.afterAll(async () => {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
  await proxy.close();
});

const statusOf = (path: string) =>
  fetch(`${address}${path}`).then(
    ({ status }) => status,
    () => 0,
  );

/** Those in an account or in the console, whose layout shows who is there; the others read by other ways. */
const framed = Object.entries(pageCases).filter(
  ([route, { as }]) => as !== null && /^\/(a|staff|profile)\//.test(`${route}/`),
);

/** The transaction with its viewer, their accounts for the frame, at most two steps of reading, and its end. */
const MOST_FOR_A_LIST = 5;

/** Pages that execute several operations besides their list, one after another. */
const several: Readonly<Record<string, number>> = {
  "/a/[accountId]/people": 9,
  "/a/[accountId]/people/notices-only": 9,
  "/a/[accountId]/tickets": 6,
};

/** Pages that show a list. */
const lists = new Set(
  [
    ...["activity", "credit-notes", "invoices", "payments", "people", "people/notices-only", "services", "tickets"].map(
      (page) => `/a/[accountId]/${page}`,
    ),
    ...["accounts", "attempts", "mail", "team", "services"].map((page) => `/staff/${page}`),
    ...["failed", "returned", "credits"].map((page) => `/staff/accounting/${page}`),
  ].filter((route) => route in pageCases),
);

for (const [route, { as, path }] of framed.filter(([route]) => lists.has(route))) {
  const most = several[route] ?? MOST_FOR_A_LIST;
  test(`${route}: takes at most ${most} round trips to the database`, async ({ db }) => {
    const { name, value } = await sessionCookie(db, as === null ? "" : demo[as]);
    const ask = async () => {
      const before = proxy.roundTrips();
      const answer = await fetch(`${address}${path(records)}`, { headers: { cookie: `${name}=${value}` } });
      await answer.text();
      expect(answer.status).toBe(200);
      return proxy.roundTrips() - before;
    };
    // The first use of a session is noted, and prepares statements.
    await ask();
    expect(await ask()).toBeLessThanOrEqual(most);
  });
}

for (const [route, { as, path }] of framed) {
  test(`${route}: its frame and its page read in one transaction`, async ({ db }) => {
    const { name, value } = await sessionCookie(db, as === null ? "" : demo[as]);
    const headers = { cookie: `${name}=${value}` };
    const before = proxy.begun();
    const answer = await fetch(`${address}${path(records)}`, { headers, redirect: "manual" });
    await answer.text();
    expect([200, 307]).toContain(answer.status);
    expect(proxy.begun() - before).toBe(1);
  });
}
