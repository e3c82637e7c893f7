import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";
import getPort from "get-port";
import { programs } from "@/scripts/process/programs";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/browser/counting-proxy";
import { demo } from "@/tests/fixtures/browser/demo";
import { deniedPages } from "@/tests/fixtures/browser/denied-pages";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { sessionCookie } from "@/tests/fixtures/browser/session-cookie";
import { test } from "@/tests/fixtures/browser/test";

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

/** Pages within an account, the console or the profile: their layout also reads who is signed in. */
const inLayout = Object.entries(pageCases).filter(
  ([route, { as }]) => as !== null && /^\/(a|staff|profile)\//.test(`${route}/`),
);

for (const [route, { as, path }] of inLayout) {
  test(`${route}: the layout and the page read in one transaction`, async ({ db }) => {
    const { status, begun } = await open(path(records), await sessionCookie(db, as === null ? "" : demo[as]));
    expect([200, 307]).toContain(status);
    expect(begun).toBe(1);
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

async function open(path: string, { name, value }: { readonly name: string; readonly value: string }) {
  const before = proxy.begun();
  const headers = { cookie: `${name}=${value}` };
  const answer = await fetch(`${address}${path}`, { headers, redirect: "manual" });
  await answer.text();
  return { status: answer.status, begun: proxy.begun() - before };
}
