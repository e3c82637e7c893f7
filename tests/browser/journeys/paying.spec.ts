import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { type Behaviour, sandboxMethodRef, testMethods } from "@/lib/billing/gateways/sandbox/test-methods";
import { buildInvoice } from "@/prisma/seed/builders/invoice";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const plain = { javaScriptEnabled: false };

/** The account owes 30.13; its card behaves like the sandbox card of that name. */
async function houseWithCard(db: OwnerDatabase, behaviour: Behaviour = "success"): Promise<TestAccount> {
  const testAccount = await buildTestAccount(db);
  const number = testMethods.find((one) => one.behaviour === behaviour)?.number ?? "";
  await db.paymentMethod.create({
    data: {
      accountId: testAccount.id,
      kind: "card",
      gatewayRef: sandboxMethodRef(behaviour, randomUUID()),
      brand: "Visa",
      last4: number.slice(-4),
      expMonth: 12,
      expYear: new Date().getUTCFullYear() + 2,
      holder: "Chiara Donati",
      isDefault: true,
    },
  });
  return testAccount;
}

const main = (page: Page) => page.getByRole("main");
const invoiceRows = (page: Page) =>
  page.getByRole("table", { name: "Invoices" }).getByRole("row").filter({ hasText: "INV-" });

test("a billing contact on a phone pays an invoice in three taps from the list", async ({ db, browserOf }) => {
  const testAccount = await houseWithCard(db);
  const page = await browserOf(testAccount.billing, phone);
  await openPage(page, `${testAccount.base}/invoices`);
  await invoiceRows(page).getByRole("link").tap();
  await main(page).getByRole("link", { name: "Pay", exact: true }).tap();
  await expect(page.getByRole("radio", { name: "Visa •••• 4242 (default)" })).toBeChecked();
  await page.getByRole("button", { name: "Pay €30.13" }).tap();
  await expect(main(page).getByRole("status").first()).toContainText("Paid: €30.13");
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText("Chiara Donati");
  await openPage(page, `${testAccount.base}/invoices?status=paid`);
  await expect(invoiceRows(page)).toHaveCount(1);
  await newestMail(db, testAccount.billing, /^Receipt: €30\.13/);
});

test("a billing contact selects several invoices in the list and pays them at once", async ({ db, browserOf }) => {
  const testAccount = await houseWithCard(db);
  await buildInvoice(db, testAccount.id, {
    number: `INV-2-${testAccount.id}`,
    status: "open",
    issuedAt: new Date(),
    lines: [{ description: "Backup", unitMinor: 1000 }],
  });
  const page = await browserOf(testAccount.billing, phone);
  await openPage(page, `${testAccount.base}/invoices`);
  for (const box of await page.getByRole("checkbox", { name: /^Pay INV-/ }).all()) await box.check();
  await page.getByRole("button", { name: "Pay selected" }).tap();
  await page.getByRole("button", { name: "Pay €42.23" }).tap();
  await expect(main(page).getByRole("status").first()).toContainText("Paid: €42.23");
  expect(await db.payment.count({ where: { accountId: testAccount.id } })).toBe(1);
});

test("a billing contact adds a card whose number never leaves the browser, and pays with it", async ({
  db,
  browserOf,
}) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.billing, phone);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await openPage(page, `${testAccount.base}/invoices`);
  await invoiceRows(page).getByRole("link").tap();
  await main(page).getByRole("link", { name: "Pay", exact: true }).tap();
  await expect(main(page)).toContainText("No payment methods yet");
  await page.getByRole("link", { name: "Add payment method" }).tap();
  await page.getByRole("button", { name: "Continue" }).tap();
  await page.getByLabel("Card number").fill("5555 5555 5555 4444");
  await page.getByLabel("Expiry date").fill("04/31");
  await page.getByLabel("Name on card").fill("Chiara Donati");
  await page.getByRole("button", { name: "Add card" }).tap();
  await expect(main(page).getByRole("alert")).toContainText("Only test numbers are accepted");
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByRole("button", { name: "Add card" }).tap();
  await expect(main(page)).toContainText("Visa •••• 4242 added");
  await newestMail(db, testAccount.billing, /was added$/);
  await page.getByRole("link", { name: "Continue to payment" }).tap();
  await page.getByRole("button", { name: "Pay €30.13" }).tap();
  await expect(main(page).getByRole("status").first()).toContainText("Paid: €30.13");
  expect(sent.join("\n")).not.toMatch(/5555|4242[ +%20]*4242/);
});

test("a billing contact confirms a payment with the bank after declining an earlier one", async ({ db, browserOf }) => {
  const testAccount = await houseWithCard(db, "authenticate");
  const page = await browserOf(testAccount.billing, phone);
  const invoice = await db.invoice.findFirstOrThrow({ where: { accountId: testAccount.id } });
  await openPage(page, `${testAccount.base}/invoices/pay?invoice=${invoice.id}`);
  await page.getByRole("button", { name: "Pay €30.13" }).tap();
  await page.getByRole("link", { name: "Confirm with your bank" }).tap();
  await page.getByRole("button", { name: "Decline" }).tap();
  await expect(main(page).getByRole("status").first()).toContainText("couldn't verify your identity");
  await page.getByRole("link", { name: "Pay another way" }).tap();
  await page.getByRole("button", { name: "Pay €30.13" }).tap();
  await page.getByRole("link", { name: "Confirm with your bank" }).tap();
  await page.getByRole("button", { name: "Approve" }).tap();
  await expect(main(page).getByRole("status").first()).toContainText("Paid: €30.13");
});

test("removing the last card turns off autopay after a warning", async ({ db, browserOf }) => {
  const testAccount = await houseWithCard(db);
  const page = await browserOf(testAccount.billing);
  await openPage(page, `${testAccount.base}/payment-methods`);
  await page.getByRole("button", { name: "Turn on autopay" }).click();
  await expect(page.getByRole("region", { name: "Autopay" })).toContainText("Next charge: €30.13 on");
  await page.getByRole("link", { name: "Remove Visa ending in 4242" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Autopay uses it and will be turned off");
  await dialog.getByRole("button", { name: "Remove and turn off autopay" }).click();
  await expect(main(page)).toContainText("No payment methods yet");
  await newestMail(db, testAccount.billing, /was removed$/);
});

test("without JavaScript, a billing contact adds a test card and makes a partial payment", async ({
  db,
  browserOf,
}) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.billing, plain);
  await page.goto(`${testAccount.base}/payment-methods/add`);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "4242 4242 4242 4242" }).check();
  await page.getByLabel("Expiry date").fill("04/31");
  await page.getByLabel("Name on card").fill("Chiara Donati");
  await page.getByRole("button", { name: "Add card" }).click();
  await expect(main(page)).toContainText("Visa •••• 4242 added");

  await page.goto(`${testAccount.base}/invoices`);
  await page.getByRole("checkbox", { name: /^Pay INV-/ }).check();
  await page.getByRole("button", { name: "Pay selected" }).click();
  await page.getByRole("link", { name: "Pay a different amount" }).click();
  await page.getByLabel("Amount in EUR").fill("100");
  await page.getByRole("button", { name: "Pay this amount" }).click();
  await expect(main(page).getByRole("alert")).toContainText("up to €30.13");
  await page.getByLabel("Amount in EUR").fill("10.13");
  await page.getByRole("button", { name: "Pay this amount" }).click();
  await expect(main(page).getByRole("status").first()).toContainText("Paid: €10.13");
  expect(await db.invoice.findFirstOrThrow({ where: { accountId: testAccount.id } })).toMatchObject({
    paidMinor: 1013n,
  });
});
