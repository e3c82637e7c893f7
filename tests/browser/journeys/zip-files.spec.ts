import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";
import { unzip } from "@/tests/fixtures/unzip";

/** Waits for the worker, and reads what the browser saves. */
async function downloaded(page: Page) {
  const link = page.getByRole("link", { name: "Download", exact: true });
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return unzip(await readFile(await download.path()));
}

test("a reader downloads a folder as a ZIP file, without what is view only", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const people = [account.contacts.billing];
  const board = await buildFolder(db, account.id, { name: "Board", people });
  const reading = await buildFolder(db, account.id, { name: "Reading", parentId: board, people, viewOnly: true });
  await buildDocument(db, account.id, { folderId: board, name: "Budget.txt" });
  await buildDocument(db, account.id, { folderId: board, name: "Plan.txt" });
  await buildDocument(db, account.id, { folderId: reading, name: "Salaries.txt" });

  const page = await browserOf(account.billing, { viewport: desk });
  await openPage(page, `${account.base}/documents/${board}`);
  await page.getByRole("link", { name: "Download as ZIP" }).click();
  await expect(page.getByRole("heading", { name: "ZIP files", level: 1 })).toBeVisible();
  await expect(page.getByText("Left out: view only")).toBeVisible();
  await picture(page, "zip-planned");
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Prepare ZIP file" }).click();
  await expect(page.getByText("ZIP file of 2 files").first()).toBeVisible();
  const files = await downloaded(page);
  expect(files.map(({ path }) => path)).toEqual(["Board/Budget.txt", "Board/Plan.txt", "Not included.txt"]);
  await picture(page, "zip-ready");
  await expectNoBarrier(page);
});

test("chosen files are downloaded as a ZIP file on a phone", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const board = await buildFolder(db, account.id, { name: "Board", people: [account.contacts.billing] });
  await buildDocument(db, account.id, { folderId: board, name: "Budget.txt" });
  await buildDocument(db, account.id, { folderId: board, name: "Plan.txt" });

  const page = await browserOf(account.billing, { viewport: phone, isMobile: true, hasTouch: true });
  await openPage(page, `${account.base}/documents/${board}`);
  await page.getByRole("checkbox", { name: "Choose Plan.txt" }).check();
  await picture(page, "zip-choosing-phone");
  await page.getByRole("button", { name: "Chosen files as ZIP" }).click();
  await page.getByRole("button", { name: "Prepare ZIP file" }).click();
  const files = await downloaded(page);
  expect(files.map(({ path }) => path)).toEqual(["Plan.txt"]);
  await picture(page, "zip-ready-phone");
  await expectNoBarrier(page);
});
