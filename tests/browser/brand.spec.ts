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

const COMPANY = "Northstar Hosting";

let records: PageRecords;
let server: ChildProcess;
let address: string;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
  const port = await getPort({ host: "127.0.0.1" });
  address = `http://localhost:${port}`;
  // On the same database as the others, which keep their name: this one has its own from its settings.
  const own = { PORTAL_URL: address, PORT: String(port), COMPANY_NAME: COMPANY };
  server = spawn(process.execPath, programs.server, {
    env: { ...process.env, ...own, NODE_ENV: "production", DATABASE_URL: process.env.PORTAL_TEST_DATABASE_URL },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const status = () =>
    fetch(`${address}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(status, { timeout: 110_000 }).toBe(200);
});
test.afterAll(async () => {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
});

/** Where the product's name stands on a page, apart from the sample data's own company and addresses. */
const named = (html: string) =>
  html
    .replace(/[\w.+-]+(?:@|%40)portcullis\.example|Portcullis Hosting B\.V\./gi, "")
    .match(/.{0,80}portcullis.{0,80}/i)?.[0];

/** The console's pages are for staff, who may know what it is made with. */
const customersPages = Object.entries(pageCases).filter(([route]) => !route.startsWith("/staff"));

for (const [route, { as, path }] of customersPages) {
  test(`${route}: has the company's name in its title, and the product's nowhere`, async ({ db }) => {
    const { name, value } = as === null ? { name: "none", value: "" } : await sessionCookie(db, demo[as]);
    const answer = await fetch(`${address}${path(records)}`, { headers: { cookie: `${name}=${value}` } });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toMatch(new RegExp(`<title>[^<]*${COMPANY}</title>`));
    expect(named(html)).toBeUndefined();
  });
}

test("pages that aren't found have the company's name and not the product's", async () => {
  const answer = await fetch(`${address}/nowhere`);
  const html = await answer.text();
  expect([answer.status, named(html)]).toEqual([404, undefined]);
  expect(html).toContain(COMPANY);
});

test("the icon is the company's initial, and is cached for good", async ({ page }) => {
  await page.goto(`${address}/sign-in`);
  const href = await page.locator("link[rel=icon]").getAttribute("href");
  expect(href).toMatch(/^\/brand\/initial-[0-9a-f]{6}-4e\.svg$/);
  const icon = await page.request.get(`${address}${href}`);
  expect(icon.headers()).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "image/svg+xml",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
});
