import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";

async function downloaded(page: Page, link: string): Promise<{ name: string; body: Buffer }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: link, exact: true }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
}

test("a billing contact goes from the overview to the statement and a credit note", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing);
  const base = `/a/${await demoAccount(db, "Northwind Robotics")}`;
  await openPage(page, base);
  await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Billing", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Billing", level: 1 })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: /^Pay INV-/ }).first()).toBeVisible();
  await main.getByText("Show as a table").click();
  await expect(main.getByRole("table", { name: "Spend by month in EUR" }).getByRole("row")).toHaveCount(13);

  await main.getByRole("navigation", { name: "Billing" }).getByRole("link", { name: "Statement" }).click();
  await expect(page.getByRole("heading", { name: "Statement of account" })).toBeVisible();
  const movements = main.getByRole("table", { name: "Transactions in EUR" });
  await expect(movements).toContainText("Credit note CN-");
  const closing = ((await main.getByText("Closing balance").locator("xpath=../dd").textContent()) ?? "").replace(
    /[^\d.]/g,
    "",
  );

  const csv = await downloaded(page, "CSV");
  expect(csv.name).toMatch(/^statement-C-10042-[\d-]+\.csv$/);
  const lines = csv.body.toString("utf8").trim().split("\r\n");
  expect(lines[0]).toContain("Time (UTC),Description,Details,Currency,Charge,Credit,Balance");
  expect(lines.at(-1)).toContain(`Closing balance,,EUR,,,${closing}`);
  const pdf = await downloaded(page, "PDF");
  expect(pdf.name).toMatch(/^statement-C-10042-[\d-]+\.pdf$/);
  expect(pdf.body.subarray(0, 5).toString()).toBe("%PDF-");

  await main.getByRole("navigation", { name: "Billing" }).getByRole("link", { name: "Account credit" }).click();
  await main.getByRole("table", { name: "Credit notes" }).getByRole("link", { name: /^CN-/ }).first().click();
  await expect(page.getByRole("heading", { name: /^Credit note CN-/ })).toBeVisible();
  await expect(main).toContainText("Applied to the invoice");
  const note = await downloaded(page, "Download PDF");
  expect(note.name).toMatch(/^CN-[\d-]+\.pdf$/);
});

test("a large statement is prepared in the background, followed until it is ready, downloaded and deleted", async ({
  db,
  browserOf,
}) => {
  const page = await browserOf(demo.billing);
  await openPage(page, `/a/${await demoAccount(db, "Northwind Robotics")}/statement`);
  const files = page.getByRole("region", { name: "Large files" });
  await files.getByRole("button", { name: "Prepare PDF" }).click();
  const file = files.getByRole("row").filter({ hasText: "PDF" });
  await expect(file).toContainText("Ready", { timeout: 60_000 });
  const downloading = page.waitForEvent("download");
  await file.getByRole("link", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^statement-C-10042-[\d-]+\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await file.getByRole("button", { name: "Delete" }).click();
  await expect(file).toHaveCount(0);
});
