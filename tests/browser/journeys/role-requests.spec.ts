import { expect, type Page } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

for (const viewport of [phone, desk]) {
  test(`at ${viewport.width} px a forged request reaches the owner, who refuses it, and staff can't apply it`, async ({
    db,
    browserOf,
  }) => {
    const email = testAccount.owner.replace("owner", "stranger");
    const agent = await browserOf(demo.agent, { viewport });
    await record(agent, { email, role: "Account administrator", sender: "Not verified" });
    await expect(agent.getByText("The owner has to approve it first.")).toBeVisible();
    await expect(agent.getByText("Anybody could have sent this in that person's name.")).toBeVisible();
    await expect(agent.getByRole("button", { name: /^Assign role/ })).toHaveCount(0);

    const { path } = await newestMail(db, testAccount.owner, /^Please confirm/);
    const owner = await browserOf(testAccount.owner, { viewport });
    // Opening the link, as mail scanners do, answers nothing.
    expect((await owner.request.get(path ?? "")).status()).toBe(200);
    await openPage(owner, path ?? "");
    const effect = owner.getByRole("region", { name: "What Account administrator changes" });
    await expect(effect).toContainText("Will be able to");
    await expect(effect).toContainText("Will receive");
    await expectNoBarrier(owner, [viewport]);
    await picture(owner, `role-request-forged-${viewport.width}`);
    await owner.getByRole("button", { name: "Refuse" }).click();
    await expect(owner.getByText("Refused", { exact: true }).first()).toBeVisible();
    await expect(owner.getByText("Refused. Nothing changes.")).toBeInViewport();
    await agent.reload();
    await expect(agent.getByRole("button", { name: /^Assign role/ })).toHaveCount(0);
    expect(await db.contact.count({ where: { email } })).toBe(0);
  });

  test(`at ${viewport.width} px a verified request stands, staff preview and apply it, and the owner gets a receipt`, async ({
    db,
    browserOf,
  }) => {
    const email = testAccount.owner.replace("owner", "bookkeeper");
    const agent = await browserOf(demo.accounting, { viewport });
    await record(agent, { email, role: "Billing only", sender: "Verified" });
    await expect(agent.getByRole("radio", { name: "Billing only" })).toBeChecked();
    await expect(agent.getByRole("radio", { name: "Account administrator" })).toBeDisabled();
    await expect(agent.getByRole("region", { name: "What Billing only changes" })).toContainText("view invoices");
    await expectNoBarrier(agent, [viewport]);
    await agent.getByRole("button", { name: "Assign role and invite" }).click();
    await expect(agent.getByRole("row", { name: /Ewa Nowak/ })).toContainText("Invited");

    const receipt = await newestMail(db, testAccount.owner, /^Ewa Nowak now has the “Billing only” role/);
    expect(receipt.text).toContain("Claire Dubois");
    const owner = await browserOf(testAccount.owner, { viewport });
    await openPage(owner, receipt.path ?? "");
    await expect(owner.getByText("Applied", { exact: true }).first()).toBeVisible();
    await expect(owner.getByText("Please add Ewa Nowak to our account.")).toBeVisible();
    await picture(owner, `role-request-receipt-${viewport.width}`);
    const { path } = await newestMail(db, email, /Halden Works/);
    const guest = await browserOf(null, { viewport });
    await openPage(guest, path ?? "");
    await expect(guest.getByRole("heading", { name: `Join ${testAccount.name}` })).toBeVisible();
  });
}

test("the owner asks in the portal, and it is waiting for staff", async ({ browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/people/role-requests`);
  await owner.getByRole("link", { name: "Ask us to add someone" }).click();
  await owner.getByRole("textbox", { name: "Name" }).fill("Ewa Nowak");
  await owner.getByRole("textbox", { name: "Email address" }).fill(testAccount.owner.replace("owner", "ewa"));
  await owner.getByRole("radio", { name: "Support only" }).check();
  await owner.getByRole("button", { name: "Send request" }).click();
  await expect(owner.getByText("Approved", { exact: true }).first()).toBeVisible();
  const agent = await browserOf(demo.agent);
  await openPage(agent, `/staff/accounts/${testAccount.id}`);
  await agent
    .getByRole("table", { name: "Role requests" })
    .getByRole("link", { name: /Ewa Nowak/ })
    .click();
  await expect(agent.getByText("Sent from the portal, signed in.")).toBeVisible();
  await expect(agent.getByRole("button", { name: "Assign role and invite" })).toBeVisible();
});

async function record(agent: Page, asked: { email: string; role: string; sender: string }) {
  await openPage(agent, `/staff/accounts/${testAccount.id}`);
  await agent.getByRole("link", { name: "Record role request", exact: true }).click();
  await agent.getByLabel("Reference").fill("Mail of 3 May");
  await agent.getByLabel("Sent from").fill(testAccount.owner);
  await agent.getByLabel("Sender").selectOption({ label: asked.sender });
  await agent.getByLabel("Request in the customer's words").fill("Please add Ewa Nowak to our account.");
  await agent.getByLabel("Name of the person to add").fill("Ewa Nowak");
  await agent.getByLabel("Their email address").fill(asked.email);
  await agent.getByRole("radio", { name: asked.role }).check();
  await agent.getByRole("button", { name: "Record request" }).click();
  await expect(agent.getByRole("heading", { name: `${asked.role} for Ewa Nowak` })).toBeVisible();
}
