import { expect } from "@playwright/test";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

for (const viewport of [phone, desk]) {
  test(`at ${viewport.width} px an agent merges a ticket after a preview, both addresses work, and it is taken back`, async ({
    db,
    browserOf,
  }) => {
    const account = await buildTestAccount(db);
    const own = { contactId: account.contacts.support, name: "Dmitri Orlov" };
    const again = await buildTicket(db, account.id, {
      subject: "Console again",
      openedBy: own,
      openedAt: new Date(),
      messages: [{ body: "Black again." }],
    });
    const stays = await db.ticket.findUniqueOrThrow({ where: { id: account.ticketId } });
    const goes = await db.ticket.findUniqueOrThrow({ where: { id: again } });
    const agent = await browserOf(demo.agent, { viewport });
    await openPage(agent, `${account.base}/tickets/${again}/merge`);
    await agent.getByLabel("Number of the ticket that stays").fill(String(stays.number));
    await agent.getByRole("button", { name: "Preview" }).click();
    await expect(agent.getByText(`#${stays.number} Console shows no picture`)).toBeVisible();
    await expect(agent.getByText("Nobody of the account will see more than before.")).toBeVisible();
    await expectNoBarrier(agent, [viewport]);
    await picture(agent, `merge-preview-${viewport.width}`);
    await agent.getByRole("button", { name: `Merge into #${stays.number}` }).click();
    const messages = agent.getByRole("region", { name: "Conversation" });
    await expect(messages).toContainText("Black again.");
    await expect(messages).toContainText("The console stays black.");

    const customer = await browserOf(account.support, { viewport });
    await openPage(customer, `${account.base}/tickets/${again}`);
    await expect(customer.getByText(`This ticket was merged into #${stays.number}.`)).toBeVisible();
    await expect(customer.getByRole("button", { name: "Send reply" })).toBeVisible();
    await expect(customer.getByText("Replying reopens it")).toHaveCount(0);
    for (const offered of ["Reopen ticket", "Good", "Bad"])
      await expect(customer.getByRole("button", { name: offered, exact: true })).toHaveCount(0);
    await picture(customer, `merged-${viewport.width}`);
    await openPage(customer, `${account.base}/tickets/${account.ticketId}`);
    await expect(customer.getByRole("region", { name: "Conversation" })).toContainText("Black again.");

    await openPage(agent, `${account.base}/tickets/${account.ticketId}`);
    const unmerge = agent.getByRole("button", { name: `Unmerge #${goes.number}` });
    // Folded on a phone, once the page's scripts run.
    await expect(unmerge).toBeVisible({ visible: viewport !== phone });
    if (viewport === phone) await agent.getByText("Merge and split").click();
    await unmerge.click();
    await expect(messages).not.toContainText("Black again.");
    await openPage(customer, `${account.base}/tickets/${again}`);
    await expect(customer.getByRole("region", { name: "Conversation" })).toContainText("Black again.");
    await expect(customer.getByText("This ticket was merged into")).toHaveCount(0);
  });

  test(`at ${viewport.width} px an agent splits a message off into a ticket of its own`, async ({ db, browserOf }) => {
    const account = await buildTestAccount(db);
    const agent = await browserOf(demo.agent, { viewport });
    await openPage(agent, `${account.base}/tickets/${account.ticketId}/split`);
    await agent.getByLabel("Subject of the new ticket").fill("A second question");
    await agent.getByRole("checkbox").first().check();
    await expectNoBarrier(agent, [viewport]);
    await picture(agent, `split-${viewport.width}`);
    await agent.getByRole("button", { name: "Create ticket" }).click();
    await expect(agent.getByRole("heading", { name: "A second question" })).toBeVisible();
    await expect(agent.getByRole("region", { name: "Conversation" }).getByRole("article")).toHaveCount(1);
    const moved = await db.ticketMessage.findMany({ where: { ticket: { is: { subject: "A second question" } } } });
    expect(moved.filter(({ accountId }) => accountId === account.id)).toHaveLength(1);
  });
}

test("an agent who opens a ticket is told who else of staff has it open, and that they write", async ({
  db,
  browserOf,
}) => {
  const account = await buildTestAccount(db);
  const path = `${account.base}/tickets/${account.ticketId}`;
  const first = await browserOf(demo.agent);
  await openPage(first, path);
  const second = await browserOf(demo.manager);
  await second.clock.install();
  await openPage(second, path);
  const notice = second.getByRole("main").getByRole("status").filter({ hasText: "opened this" });
  await expect(notice).toBeVisible();
  await picture(second, "collision");

  await first.clock.install();
  await openPage(first, path);
  await first.getByRole("textbox", { name: "Reply" }).pressSequentially("I am on it");
  const looked = first.waitForResponse((answer) => answer.url().includes("/lookers?writing=true"));
  await first.clock.runFor(21_000);
  await looked;
  await second.clock.runFor(21_000);
  await expect(second.getByRole("main").getByText("is writing").first()).toBeVisible();
});
