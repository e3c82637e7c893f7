import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { demo } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

/** Long before all sample data, so reports for this date contain only this invoice. */
const SOLD_ON = new Date("2019-05-14T09:00:00Z");

/** An account with 121.00 overdue for years, and 30.13 not due yet. */
async function lateHouse(db: OwnerDatabase): Promise<{ testAccount: TestAccount; number: string }> {
  const testAccount = await buildTestAccount(db);
  const number = `INV-LATE-${testAccount.name.split(" ").at(-1)}`;
  const lines = [
    { description: "Move of the mail server", unitMinor: 8000 },
    { description: "Two hours of advice", unitMinor: 2000 },
  ];
  await buildInvoice(db, testAccount.id, { number, status: "open", issuedAt: SOLD_ON, lines });
  return { testAccount, number };
}

const main = (page: Page) => page.getByRole("main");
const sum = (page: Page, label: string) =>
  page.getByRole("region", { name: "Balance" }).getByText(label, { exact: true }).locator("xpath=../dd");
const view = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Accounting" }).getByRole("link", { name, exact: true }).click();

/** Goes through the console to the page where staff manage the overdue invoice. */
async function findLateInvoice(page: Page, { testAccount, number }: { testAccount: TestAccount; number: string }) {
  await openPage(page, "/staff/accounts");
  await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Accounting" }).click();
  await page.getByRole("searchbox", { name: "Account name or number" }).fill(testAccount.name);
  const late = page.getByRole("table", { name: "Receivables" }).getByRole("row").filter({ hasText: testAccount.name });
  await expect(page).toHaveURL(/q=/);
  await expect(late.getByRole("cell").nth(5)).toHaveText("€121.00");
  await expect(late.getByRole("cell").nth(6)).toHaveText("€151.13");
  await late.getByRole("link", { name: testAccount.name }).click();
  await main(page).getByRole("link", { name: number }).click();
  await main(page).getByRole("link", { name: "Manage" }).click();
  await expect(page.getByRole("heading", { name: `Manage ${number}` })).toBeVisible();
}

test("accounting settles an overdue invoice with a partial transfer, a credit note and a refund", async ({
  db,
  browserOf,
}) => {
  const { testAccount, number } = await lateHouse(db);
  const page = await browserOf(demo.accounting);
  await findLateInvoice(page, { testAccount, number });
  const manage = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Record bank transfer" }).click();
  await expect(page.getByRole("checkbox", { name: new RegExp(`^${number}`) })).toBeChecked();
  await page.getByLabel("Amount received").fill("fifty");
  await page.getByLabel("Bank reference").fill(`NL-${number}`);
  await page.getByRole("button", { name: "Record transfer" }).click();
  await expect(main(page).getByRole("alert")).toContainText("Enter an amount like 12.50, without a currency symbol.");
  await page.getByLabel("Amount received").fill("50,00");
  await page.getByRole("button", { name: "Record transfer" }).click();
  await expect(page.getByRole("heading", { name: "Invoices", level: 1 })).toBeVisible();
  expect((await newestMail(db, testAccount.billing, /^Receipt: €50\.00/)).text).toContain(number);

  await openPage(page, manage);
  await expect(sum(page, "Paid")).toHaveText("€50.00");
  await expect(sum(page, "Amount due")).toHaveText("€71.00");
  await page.getByRole("link", { name: "Issue credit note" }).click();
  await page.getByRole("radio", { name: "Selected lines, excluding tax" }).check();
  await page.getByLabel("Two hours of advice").fill("20.01");
  await page.getByLabel("Reason").fill("The advice was not given");
  await page.getByRole("button", { name: "Issue credit note" }).click();
  await expect(main(page).getByRole("alert")).toContainText("more than can still be credited on this line");
  await page.getByLabel("Two hours of advice").fill("20");
  await page.getByRole("button", { name: "Issue credit note" }).click();
  await expect(page.getByRole("heading", { name: `Manage ${number}` })).toBeVisible();
  await expect(sum(page, "Credited")).toHaveText("€24.20");
  await expect(sum(page, "Amount due")).toHaveText("€46.80");

  await page.getByRole("table", { name: "Payments" }).getByRole("link", { name: "Refund" }).click();
  await page.getByLabel("Amount").fill("10.00");
  await page.getByLabel("Reason").fill("Transferred by the wrong company");
  await page.getByRole("button", { name: "Issue refund" }).click();
  const refund = page.getByRole("table", { name: "Refunds" }).getByRole("row").filter({ hasText: "€10.00" });
  await expect(refund).toContainText("Transferred by the wrong company");
  expect((await newestMail(db, testAccount.billing, /^Refund: €10\.00/)).text).toContain(
    "Transferred by the wrong company",
  );
  await openPage(page, manage);
  await expect(sum(page, "Paid")).toHaveText("€40.00");
  await expect(sum(page, "Amount due")).toHaveText("€56.80");

  await openPage(page, "/staff/accounting");
  await view(page, "Refunds and credit notes");
  const returned = page.getByRole("table", { name: "Refunds and credit notes" }).getByRole("row");
  const own = returned.filter({ hasText: testAccount.name });
  await expect(own.filter({ hasText: "Transferred by the wrong company" })).toContainText("€10.00");
  await expect(own.filter({ hasText: "The advice was not given" })).toContainText("€24.20");
  await page.getByLabel("Kind").selectOption("Credit notes");
  await expect(page).toHaveURL(/kind=creditNote/);
  await expect(own).toHaveCount(1);
  await own.getByRole("link", { name: /^CN-/ }).click();
  await expect(page.getByRole("heading", { name: `Invoice ${number}` })).toBeVisible();
});

test("accounting views the taxes of a period and downloads them as CSV", async ({ db, browserOf }) => {
  await lateHouse(db);
  const page = await browserOf(demo.accounting);
  await openPage(page, "/staff/accounting");
  await view(page, "Taxes");
  await page.getByLabel("From", { exact: true }).fill("2019-05-14");
  await page.getByLabel("to", { exact: true }).fill("2019-05-14");
  await expect(page).toHaveURL(/from=2019-05-14&to=2019-05-14/);
  const taxes = page.getByRole("table", { name: "Taxes" }).getByRole("row").filter({ hasText: "21 %" });
  await expect(taxes).toHaveCount(1);
  const cells = await taxes.getByRole("cell").allTextContents();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("taxes-2019-05-14-to-2019-05-14.csv");
  const [header, ...lines] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(header).toContain("Country,Rate (%),Reverse charge,Currency,Net sales,Tax charged,Tax credited");
  expect(lines).toHaveLength(1);
  const [, rate, reverse, currency, base, charged, back] = lines[0]?.split(",") ?? [];
  expect([rate, reverse, currency, back]).toEqual(["21", "no", "EUR", "0.00"]);
  // Each run adds 100.00 at 21 % to that day, and nothing else.
  expect(Number(charged) / Number(base)).toBeCloseTo(0.21, 10);
  expect(Number(base) % 100).toBe(0);
  const euros = (text = "") => Number(text.replace(/[^\d.]/g, ""));
  expect([euros(cells[2]), euros(cells[3])]).toEqual([Number(base), Number(charged)]);

  await openPage(page, "/staff/accounting/taxes?from=2019-05-15&to=2019-05-31");
  await expect(main(page)).toContainText("No sales");
});

test("a manager adds a tax rate and ends it, each in a form opened from the list", async ({ browserOf }) => {
  const page = await browserOf(demo.manager);
  await openPage(page, "/staff/billing-setup/tax-rates");
  await main(page).getByRole("link", { name: "Add tax rate" }).click();
  const form = page.getByRole("region", { name: "Add tax rate" });
  await form.getByLabel("Country").selectOption({ label: "Iceland" });
  await form.getByLabel("Kind").selectOption({ label: "Standard" });
  await form.getByLabel("Rate (%)").fill("24");
  await form.getByRole("button", { name: "Add rate" }).click();
  await expect(main(page).getByRole("status")).toHaveText("Tax rate added.");
  const added = page.getByRole("table", { name: "Tax rates" }).getByRole("row").filter({ hasText: "Iceland" });
  await expect(added).toContainText("24 %");

  await added.getByRole("link", { name: "End the standard rate for Iceland" }).click();
  const ending = page.getByRole("region", { name: "End the standard rate for Iceland" });
  const last = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await ending.getByLabel("First day it no longer applies").fill(last);
  await ending.getByRole("button", { name: "End rate" }).click();
  await expect(main(page).getByRole("status")).toHaveText("End date saved.");
  await expect(added.getByRole("link")).toHaveCount(0);
});
