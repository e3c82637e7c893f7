import { expect, type Page } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

test("an agent finds an account and assigns a role on request, and the owner is notified", async ({
  db,
  browserOf,
}) => {
  const agent = await browserOf(demo.agent);
  await findAccount(agent);
  await agent.getByRole("link", { name: "Assign role to Chiara Donati" }).click();
  await agent.getByRole("radio", { name: "Billing and support" }).check();
  const effect = agent.getByRole("region", { name: "What Billing and support changes" });
  await expect(effect).toContainText("open tickets");
  await expect(effect).not.toContainText("no longer");
  await agent.getByLabel("Requested by").fill("Astrid Halden");
  await agent.getByLabel("Reference").fill("Call 4711");
  await agent.getByRole("button", { name: "Assign role" }).click();
  await expect(agent.getByRole("heading", { name: testAccount.name })).toBeVisible();
  await expect(agent.getByRole("row", { name: /Chiara Donati/ })).toContainText("Support");

  // Another staff member reads the email to the owner.
  const mail = await newestMail(db, testAccount.owner, /^Chiara Donati now has the “Billing and support” role/);
  expect(mail.text).toContain("Call 4711");
  const manager = await browserOf(demo.manager);
  await openPage(manager, `/staff/mail?q=${encodeURIComponent(testAccount.owner)}`);
  await manager.getByRole("link", { name: mail.subject }).click();
  await expect(manager.getByRole("heading", { name: mail.subject })).toBeVisible();
  await expect(manager.frameLocator("iframe").getByText("Call 4711").first()).toBeVisible();

  const given = await browserOf(testAccount.billing);
  expect((await openPage(given, `${testAccount.base}/tickets`)).status()).toBe(200);
});

test("accounting assigns a role to a new person, who gets an invitation", async ({ db, browserOf }) => {
  const email = testAccount.owner.replace("owner", "bookkeeper");
  const agent = await browserOf(demo.accounting);
  await openPage(agent, `/staff/accounts/${testAccount.id}`);
  await agent.getByRole("link", { name: "Invite person with role" }).click();
  await agent.getByRole("textbox", { name: "Name" }).fill("Ewa Nowak");
  await agent.getByRole("textbox", { name: "Email address" }).fill(email);
  await agent.getByRole("radio", { name: "Billing only" }).check();
  await agent.getByLabel("Requested by").fill("Astrid Halden");
  await agent.getByLabel("Reference").fill("Mail of 3 May");
  await agent.getByRole("button", { name: "Assign role and invite" }).click();
  await expect(agent.getByRole("row", { name: /Ewa Nowak/ })).toContainText("Invited");
  const { path } = await newestMail(db, email, /Halden Works/);
  const guest = await browserOf(null);
  await openPage(guest, path ?? "");
  await expect(guest.getByRole("heading", { name: `Join ${testAccount.name}` })).toBeVisible();
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
  await expect(agent.getByRole("link", { name: "Assign role to Chiara Donati" })).toBeVisible();
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
