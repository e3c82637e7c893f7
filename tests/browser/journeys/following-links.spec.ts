import { expect, type Page } from "@playwright/test";
import { phone } from "@/tests/fixtures/browser/barriers";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { expectNewTab } from "@/tests/fixtures/browser/new-tab";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";

test.describe.configure({ mode: "parallel" });

/** A page that was loaded again has forgotten it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { kept: true }));
const isKept = (page: Page) => page.evaluate(() => "kept" in window);

const areas = (page: Page) => page.getByRole("navigation", { name: "Areas", exact: true });

test("areas, tabs, rows and sorting open without loading the page again, and the area one is in is marked", async ({
  db,
  browserOf,
}) => {
  const accountId = await demoAccount(db, "Northwind Robotics");
  const base = `/a/${accountId}`;
  // Numbers depend on the month.
  const newest = { where: { accountId, status: "open" }, orderBy: { issuedAt: "desc" } } as const;
  const { number } = await db.invoice.findFirstOrThrow(newest);
  const page = await browserOf(demo.billing);
  await openPage(page, base);
  await mark(page);
  await expect(areas(page).locator("[aria-current]")).toHaveText(["Dashboard"]);

  const billing = areas(page).getByRole("link", { name: "Billing" });
  await billing.click();
  await expect(page).toHaveURL(`${base}/billing`);
  await expect(areas(page).locator("[aria-current]")).toHaveText(["Billing"]);
  // Someone with a keyboard goes on from the link, not from the top of the page.
  await expect(billing).toBeFocused();

  await page.getByRole("link", { name: "Invoices", exact: true }).click();
  await expect(page).toHaveURL(`${base}/invoices`);
  await expect(areas(page).locator("[aria-current]")).toHaveText(["Billing"]);
  await page.getByRole("columnheader").getByRole("link", { name: "Total" }).click();
  await expect(page).toHaveURL(/sort=total/);
  const row = page.getByRole("row").getByRole("link", { name: number ?? "" });
  await row.click();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(row).toBeVisible();
  expect(await isKept(page)).toBe(true);
});

test("with the Ctrl key, a link opens in a new tab", async ({ db, browserOf }) => {
  const base = `/a/${await demoAccount(db, "Northwind Robotics")}`;
  const page = await browserOf(demo.billing);
  await openPage(page, `${base}/invoices`);
  await expectNewTab(areas(page).getByRole("link", { name: "Services" }), `${base}/services`);
  await expect(page).toHaveURL(`${base}/invoices`);
});

test("on a phone, the drawer of areas closes when one is chosen", async ({ db, browserOf }) => {
  const base = `/a/${await demoAccount(db, "Northwind Robotics")}`;
  const page = await browserOf(demo.billing, { viewport: phone, hasTouch: true, isMobile: true });
  await openPage(page, base);
  await mark(page);
  await page.getByRole("button", { name: "More" }).click();
  await areas(page).getByRole("link", { name: "People" }).click();
  await expect(page).toHaveURL(`${base}/people`);
  await expect(areas(page)).toBeHidden();

  const bottom = page.getByRole("navigation", { name: "Main areas" });
  await bottom.getByRole("link", { name: "Alerts" }).click();
  await expect(page).toHaveURL(`${base}/notifications`);
  await expect(bottom.locator("[aria-current]")).toHaveCount(1);
  await bottom.getByRole("link", { name: "Services" }).click();
  await expect(bottom.locator("[aria-current]")).toHaveText(["Services"]);
  expect(await isKept(page)).toBe(true);
});

test("the menu of accounts leads to another account, without a reload, and is closed there", async ({
  db,
  browserOf,
}) => {
  const [here, there] = [await demoAccount(db, "Northwind Robotics"), await demoAccount(db, "Globex Labs")];
  const page = await browserOf(demo.billing);
  await openPage(page, `/a/${here}/invoices`);
  await mark(page);
  await page.getByRole("button", { name: /Switch account/ }).click();
  await page.getByRole("link", { name: /Globex Labs/ }).click();
  await expect(page).toHaveURL(new RegExp(`/a/${there}`));
  await expect(page.getByRole("group", { name: "Accounts" })).toBeHidden();
  expect(await isKept(page)).toBe(true);
});
