import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";
import getPort from "get-port";
import { programs } from "@/scripts/process/programs";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/browser/counting-proxy";
import { demo } from "@/tests/fixtures/browser/demo";
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

/** Those in an account or in the console, whose layout shows who is there; the others read by other ways. */
const framed = Object.entries(pageCases).filter(
  ([route, { as }]) => as !== null && /^\/(a|staff|profile)\//.test(`${route}/`),
);

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
