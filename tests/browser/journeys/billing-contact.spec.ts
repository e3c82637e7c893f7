import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test("a billing contact on a phone finds an overdue invoice, opens it and downloads it", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, phone);
  await openPage(page, `/a/${await demoAccount(db, "Northwind Robotics")}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /invoices? overdue$/ })
    .tap();
  await expect(page).toHaveURL(/\/invoices\?status=overdue$/);
  const rows = page.getByRole("table", { name: "Invoices" }).getByRole("row").filter({ hasText: "INV-" });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Overdue");
  await rows.getByRole("link").tap();
  await expect(page.getByRole("heading", { name: /^Invoice INV-/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Billed to");
  await expect(page.getByRole("main")).toContainText("Northwind Robotics B.V.");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download PDF" }).tap();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^INV-[\d-]+\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a billing contact on a phone reaches payment methods through the Billing tabs", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, phone);
  await openPage(page, `/a/${await demoAccount(db, "Northwind Robotics")}`);
  await page.getByRole("navigation", { name: "Main areas" }).getByRole("link", { name: "Billing" }).tap();
  await expect(page.getByRole("heading", { name: "Billing", level: 1 })).toBeVisible();
  await page.getByRole("navigation", { name: "Billing" }).getByRole("link", { name: "Payment methods" }).tap();
  await expect(page.getByRole("heading", { name: "Payment methods" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Mastercard");
  await expect(page.getByRole("main")).toContainText("ending in 5100");
});

test("a billing contact of one account has only support access in another account", async ({ db, browserOf }) => {
  const northwind = await demoAccount(db, "Northwind Robotics");
  const globex = await demoAccount(db, "Globex Labs");
  const page = await browserOf(demo.billing, phone);
  await openPage(page, `/a/${northwind}`);
  const first = page.getByRole("navigation", { name: "Main areas" });
  await expect(first.getByRole("link", { name: "Billing" })).toBeVisible();
  await expect(first.getByRole("link", { name: "Tickets" })).toHaveCount(0);

  await page.getByRole("button", { name: "Account: Northwind Robotics. Switch account" }).tap();
  const choice = page.getByRole("link", { name: /Globex Labs/ });
  await expect(choice).toContainText("Support");
  await choice.tap();
  await expect(page).toHaveURL(`/a/${globex}`);
  const other = page.getByRole("navigation", { name: "Main areas" });
  await expect(other.getByRole("link", { name: "Tickets" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Billing" })).toHaveCount(0);
  expect((await openPage(page, `/a/${globex}/invoices`)).status()).toBe(403);
  expect((await openPage(page, `/a/${globex}/tickets`)).status()).toBe(200);
});
