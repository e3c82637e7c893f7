import { expect } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";
import { queueMail } from "@/tests/platform/mail/queue-mail";

test.describe.configure({ mode: "parallel" });

for (const [size, viewport] of [
  ["a desk", desk],
  ["a phone", phone],
] as const) {
  test(`on ${size}, staff ask, the owner approves and ends it, and sees what was opened`, async ({ browserOf, db }) => {
    const account = await buildTestAccount(db);
    // The tests' staff have every account open.
    await db.staffVisit.deleteMany({ where: { accountId: account.id } });
    await db.account.update({ where: { id: account.id }, data: { staffApproval: "everything" } });

    const agent = await browserOf(demo.agent, { viewport });
    await openPage(agent, `${account.base}/services`);
    await expect(agent.getByRole("heading", { name: "Why do you need this account?" })).toBeVisible();
    await expectNoBarrier(agent, [viewport]);
    await agent.getByLabel("A security problem").check();
    await agent.getByLabel("In your words").first().fill("Your server sends spam.");
    await agent.getByRole("button", { name: "Ask the owner" }).click();
    await expect(agent.getByText("Waiting for the account's owner")).toBeVisible();
    await expectNoBarrier(agent, [viewport]);
    await picture(agent, `visit-waits ${size}`);

    const owner = await browserOf(account.owner, { viewport });
    await openPage(owner, `${account.base}/settings/staff-access`);
    await expect(owner.getByText("Your server sends spam.")).toBeVisible();
    await expectNoBarrier(owner, [viewport]);
    await picture(owner, `visit-asked ${size}`);
    await owner.getByRole("button", { name: "Approve" }).click();
    await expect(owner.getByRole("button", { name: "Approve" })).toHaveCount(0);

    // It changes by itself.
    await expect(agent.getByText(account.serviceName).first()).toBeVisible({ timeout: 20_000 });
    await openPage(agent, `${account.base}/services/${account.serviceId}`);
    await openPage(agent, "/staff/visits");
    await expect(agent.getByText("Your server sends spam.").first()).toBeVisible();
    await expectNoBarrier(agent, [viewport]);

    await openPage(owner, `${account.base}/settings/staff-access`);
    await expect(owner.getByRole("table", { name: "What our staff opened" })).toContainText("View a service");
    await expectNoBarrier(owner, [viewport]);
    await owner.getByRole("button", { name: "End", exact: true }).click();
    await expect(owner.getByText("Nobody of our staff has access.")).toBeVisible();
    await openPage(agent, `${account.base}/services`);
    await expect(agent.getByRole("heading", { name: "Why do you need this account?" })).toBeVisible();
  });
}

test("staff who say why they need an account for one of its emails are led back to the email", async ({
  browserOf,
  db,
}) => {
  const account = await buildTestAccount(db);
  await db.staffVisit.deleteMany({ where: { accountId: account.id } });
  const subject = `About ${account.name}`;
  const mailId = await queueMail(db, account.owner, { accountId: account.id, subject, status: "kept" });
  const manager = await browserOf(demo.manager, { viewport: phone });
  await openPage(manager, `/staff/mail/${mailId}`);
  await manager.getByRole("link", { name: "Say why" }).click();
  await manager.getByLabel("A security problem").check();
  await manager.getByLabel("In your words").first().fill("Somebody writes in your name.");
  await manager.getByRole("button", { name: "Open the account" }).click();
  await expect(manager).toHaveURL(`/staff/mail/${mailId}`);
  await expect(manager.getByRole("heading", { name: subject })).toBeVisible();
});
