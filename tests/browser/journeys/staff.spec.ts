import { expect, type Page } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

test("only a manager transfers accounts and manages the team", async ({ browserOf }) => {
  const manager = await browserOf(demo.manager);
  await findAccount(manager);
  await expect(manager.getByRole("link", { name: "Transfer ownership", exact: true })).toBeVisible();
  await expect(manager.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Team" })).toBeVisible();
  await manager.getByRole("link", { name: "Transfer ownership", exact: true }).click();
  await expect(manager.getByRole("heading", { name: `Transfer ownership of ${testAccount.name}` })).toBeVisible();

  const agent = await browserOf(demo.agent);
  await findAccount(agent);
  await expect(agent.getByRole("link", { name: "Record role request for Chiara Donati" })).toBeVisible();
  await expect(agent.getByRole("link", { name: "Transfer ownership", exact: true })).toHaveCount(0);
  await expect(agent.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Team" })).toHaveCount(0);
  expect((await openPage(agent, "/staff/team")).status()).toBe(403);
});

test("staff work in an account with the same pages, and a banner says so", async ({ browserOf }) => {
  const agent = await browserOf(demo.agent);
  expect((await openPage(agent, `${testAccount.base}/tickets/${testAccount.ticketId}`)).status()).toBe(200);
  await expect(agent.getByText(`You're working in ${testAccount.name} as staff.`)).toBeVisible();
  await agent.getByRole("textbox", { name: "Reply" }).fill("A colleague looks into it.");
  await agent.getByRole("button", { name: "Send reply" }).click();
  const support = await browserOf(testAccount.support);
  await openPage(support, `${testAccount.base}/tickets/${testAccount.ticketId}`);
  await expect(support.getByRole("article", { name: "Sam Whitfield, staff" }).last()).toContainText("A colleague");
  // An agent answers tickets and sees no amounts.
  expect((await openPage(agent, `${testAccount.base}/invoices`)).status()).toBe(403);
  const accounting = await browserOf(demo.accounting);
  expect((await openPage(accounting, `${testAccount.base}/invoices`)).status()).toBe(200);
});

async function findAccount(page: Page) {
  await openPage(page, "/staff/accounts");
  await page.getByRole("searchbox").fill(testAccount.owner);
  await expect(page).toHaveURL(/q=/);
  await page.getByRole("link", { name: testAccount.name }).click();
  await expect(page.getByRole("heading", { name: testAccount.name })).toBeVisible();
}
