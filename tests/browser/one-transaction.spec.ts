import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";
import getPort from "get-port";
import { programs } from "@/scripts/process/programs";
import { demo } from "@/tests/fixtures/browser/demo";
import { deniedPages } from "@/tests/fixtures/browser/denied-pages";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { sessionCookie } from "@/tests/fixtures/browser/session-cookie";
import { test } from "@/tests/fixtures/browser/test";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/counting-proxy";

interface Cookie {
  readonly name: string;
  readonly value: string;
}

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
  await expect.poll(() => statusOf("/readyz"), { timeout: 110_000 }).toBe(200);
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

/** Pages within an account, the console or the profile: their layout also reads who is signed in. */
const inLayout = Object.entries(pageCases).filter(
  ([route, { as }]) => as !== null && /^\/(a|staff|profile)\//.test(`${route}/`),
);

/** The transaction with its viewer, at most two steps of reading with the frame's accounts beside them, and its end. */
const MOST_FOR_A_LIST = 4;

/** The page of people also decides which invitations wait for approval, from the access of those who sent them. */
const several: Readonly<Record<string, number>> = { "/a/[accountId]/people": 6 };

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

test.describe("round trips", () => {
  test.beforeAll(() => proxy.delayAnswers(20));
  test.afterAll(() => proxy.delayAnswers(0));

  for (const [route, { as, path }] of inLayout.filter(([route]) => lists.has(route))) {
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
      expect(Math.min(await ask(), await ask())).toBeLessThanOrEqual(most);
    });
  }
});

/** What is in a received email is opened and read in a thread, after the commit. */
const afterCommit: Readonly<Record<string, number>> = { "/staff/inbound-mail/[mailId]": 1 };

for (const [route, { as, path }] of inLayout) {
  test(`${route}: the layout and the page read in one transaction`, async ({ db }) => {
    const expected = 1 + (afterCommit[route] ?? 0);
    const cookie = await sessionCookie(db, as === null ? "" : demo[as]);
    const { status, begun } = await open(path(records), cookie, expected);
    expect([200, 307]).toContain(status);
    expect(begun).toBe(expected);
  });
}

for (const [who, { email, of }] of Object.entries(deniedPages)) {
  test(`a page denied to ${who} reads and logs the denial in the same transaction`, async ({ db }) => {
    const cookie = await sessionCookie(db, email);
    // The console's front page only redirects.
    const denied = inLayout.filter(([route]) => of[route] !== undefined && route !== "/staff");
    for (const [route, { path }] of denied) {
      expect.soft(await open(path(records), cookie), route).toEqual({ status: 403, begun: 1 });
    }
  });
}

/**
 * A page's status and its transactions. The server reads the brand again once a minute, in a transaction of its own, so a page with
 * others than expected is opened a second time.
 */
async function open(path: string, cookie: Cookie, expected = 1) {
  const first = await openOnce(path, cookie);
  return first.begun === expected ? first : openOnce(path, cookie);
}

async function openOnce(path: string, { name, value }: Cookie) {
  const before = proxy.begun();
  const headers = { cookie: `${name}=${value}` };
  const answer = await fetch(`${address}${path}`, { headers, redirect: "manual" });
  await answer.text();
  return { status: answer.status, begun: proxy.begun() - before };
}
