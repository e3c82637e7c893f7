import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import sharp from "sharp";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { plantManyRows } from "@/tests/fixtures/browser/many-rows";
import { expectNewTab } from "@/tests/fixtures/browser/new-tab";
import { hydrated, openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";

test.describe.configure({ mode: "parallel" });

/** Bytes of a list page's HTML, before compression. */
const ALLOWED = 80_000;
/** The height of the longest list on a phone. */
const LONGEST = 2_000;

/** Every page that is a list, with someone who sees it. */
const lists: readonly (readonly [who: keyof typeof demo, path: string])[] = [
  ["billing", "/a/:account/invoices"],
  ["billing", "/a/:account/payments"],
  ["billing", "/a/:account/credit-notes"],
  ["billing", "/a/:account/statement"],
  ["support", "/a/:account/services"],
  ["support", "/a/:account/tickets"],
  ["owner", "/a/:account/people"],
  ["owner", "/a/:account/people/notices-only"],
  ["owner", "/a/:account/activity"],
  ["owner", "/a/:account/reports"],
  ["support", "/profile/security"],
  ["support", "/profile/tokens"],
  ["manager", "/staff/accounts"],
  ["manager", "/staff/services"],
  ["manager", "/staff/clock"],
  ["manager", "/staff/accounting"],
  ["manager", "/staff/accounting/failed"],
  ["manager", "/staff/accounting/returned"],
  ["manager", "/staff/accounting/taxes"],
  ["manager", "/staff/accounting/credits"],
  ["manager", "/staff/billing-setup/tax-rates"],
  ["manager", "/staff/billing-setup/coupons"],
  ["manager", "/staff/attempts"],
  ["manager", "/staff/mail"],
  ["manager", "/staff/team"],
  ["manager", "/staff/products"],
  ["manager", "/staff/import"],
  ["support", "/profile/notices"],
  ["owner", "/a/:account/services/order"],
  ["owner", "/a/:account/people/requests"],
];

/** What the sprite draws. */
const drawings = [...readFileSync("components/ui/icons.svg", "utf8").matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);
const onPhone = { viewport: phone, hasTouch: true, isMobile: true };

/** Of which a page is a full one, and there is a next. */
const planted = ["/profile/security", "/staff/billing-setup/tax-rates"];

test.beforeAll(({ db }) => plantManyRows(db));

for (const [who, route] of lists) {
  test(`${route} sends at most ${ALLOWED / 1_000} kB of HTML and draws no icon in it`, async ({ db, readers }) => {
    const response = await (await readers(demo[who])).request.get(await pathOf(db, route));
    expect(response.status()).toBe(200);
    const html = await response.text();
    if (planted.includes(route)) expect(html).toMatch(/href="[^"]*\?(?:[^"]*&amp;)?page=2"/);
    test.info().annotations.push({ type: "HTML", description: `${html.length} bytes` });
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(ALLOWED);
    expect(drawings.filter((path) => html.includes(`"${path}"`))).toEqual([]);
    expect(html).toContain("/_next/static/media/icons.");
    expect(rowsSent(html).filter((row) => row.includes("$undefined"))).toEqual([]);
  });
}

test("a page of 25 invoices fits 2,000 pixels of a phone", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, onPhone);
  await openPage(page, await pathOf(db, "/a/:account/invoices"));
  await expect(page.locator("tbody tr")).toHaveCount(25);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(LONGEST);
});

test("going from one list to the next sends less than half of what the page itself does", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, { viewport: desk });
  const whole = await (await openPage(page, await pathOf(db, "/a/:account/invoices"))).body();
  await openPage(page, await pathOf(db, "/a/:account/payments"));
  // Kept on its way: the browser doesn't keep the body of a response that is read while it arrives.
  let sent: Buffer = Buffer.alloc(0);
  await page.route(/\/invoices\?_rsc=/, async (route) => {
    const response = await route.fetch();
    sent = await response.body();
    await route.fulfill({ response });
  });
  await page.getByRole("main").getByRole("link", { name: "Invoices", exact: true }).click();
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(page.locator("tbody tr")).toHaveCount(25);
  test.info().annotations.push({ type: "navigation", description: `${sent.length} of ${whole.length} bytes` });
  expect(sent.length).toBeGreaterThan(1_000);
  expect(sent.length).toBeLessThan(whole.length / 2);
});

test("a row opens its record without reloading the page, and in a new tab with Ctrl", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, { viewport: desk });
  await openPage(page, await pathOf(db, "/a/:account/invoices"));
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const row = page.locator("tbody tr").first();
  const href = (await row.getByRole("link").getAttribute("href")) ?? "";

  // Its link covers all of it.
  await expectNewTab(row, href);
  await expect(page).toHaveURL(/\/invoices$/);

  await row.click();
  await expect(page).toHaveURL(href);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("a list on a phone is still a table that names its columns, and can be sorted", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, onPhone);
  await openPage(page, await pathOf(db, "/a/:account/invoices"));
  const table = page.getByRole("table", { name: "Invoices" });
  await expect(table.getByRole("columnheader", { name: "Due date" })).toBeAttached();
  await expect(table.getByRole("row").nth(1).getByRole("cell").first()).toBeVisible();

  await page.getByRole("search", { name: "Sort: Invoices" }).getByLabel("Sort by").selectOption({ label: "Total" });
  await expect(page).toHaveURL(/sort=total/);
  await hydrated(page);
});

test("a payment and a refund in a report have their amount beside them on a phone", async ({ db, browserOf }) => {
  const accountId = await demoAccount(db, "Northwind Robotics");
  // Its number, and whether it is in the usual period, depend on the day.
  const { number, issuedAt } = await db.invoice.findFirstOrThrow({ where: { accountId, totalMinor: 106_444 } });
  const page = await browserOf(demo.owner, onPhone);
  await openPage(page, `/a/${accountId}/reports?kind=payments&from=${issuedAt?.toISOString().slice(0, 10)}`);
  const rows = page.locator("tbody tr");
  await expect(rows.filter({ hasText: number ?? "" }).locator(".cell-amount")).toHaveText(/^€1,064\.44$/);
  await expect(rows.filter({ hasText: "Refund: " }).locator(".cell-amount")).toHaveText("€7.53");
});

test("details that begin a line on a phone have no dot before them", async ({ db, browserOf }) => {
  const page = await browserOf(demo.owner, { viewport: { width: 220, height: 2000 } });
  // All payments: how many there are of the usual period depends on the day.
  await openPage(page, await pathOf(db, "/a/:account/reports?kind=payments&from=2000-01-01"));
  const gutters = await page.locator(".data-table-wraps td.cell-meta:not(:empty)").evaluateAll((details) =>
    details.flatMap((detail) => {
      const { x, y, height } = detail.getBoundingClientRect();
      const row = detail.parentElement?.getBoundingClientRect() ?? new DOMRect();
      const isFirst = row.x + 4 > x && y + height < innerHeight - 80;
      return isFirst ? [{ x: row.x + 3, y: y + 2, width: 11, height: height - 4 }] : [];
    }),
  );
  expect(gutters.length).toBeGreaterThan(2);
  for (const clip of gutters) {
    const { channels } = await sharp(await page.screenshot({ clip })).stats();
    expect(channels.map(({ min, max }) => max - min)).toEqual(channels.map(() => 0));
  }
});

async function pathOf(db: Parameters<typeof demoAccount>[0], route: string): Promise<string> {
  return route.replace(":account", await demoAccount(db, "Northwind Robotics"));
}

/** The rows as they are sent to React, in JSON whose quotes are escaped. */
const rowsSent = (html: string): string[] => html.replaceAll('\\"', '"').match(/"rows":\[.*?"hrefBase"/gs) ?? [];
