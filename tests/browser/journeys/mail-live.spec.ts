import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { sendMail } from "@/tests/fixtures/browser/send-mail";
import { test } from "@/tests/fixtures/browser/test";

test.describe.configure({ mode: "parallel" });

const messages = (page: Page) => page.getByRole("region", { name: "Conversation" });

/** A ticket of the demo account: its company signs its mail. */
async function ticketOf(db: OwnerDatabase) {
  const accountId = await demoAccount(db, "Northwind Robotics");
  const contact = await db.contact.findFirstOrThrow({ where: { accountId, email: demo.support } });
  const subject = `Answered by mail ${randomUUID().slice(0, 8)}`;
  const openedBy = { contactId: contact.id, name: contact.name };
  const opened = { subject, openedBy, openedAt: new Date(), messages: [{ body: "It doesn't start." }] };
  const ticketId = await buildTicket(db, accountId, opened);
  return { accountId, ticketId, path: `/a/${accountId}/tickets/${ticketId}`, subject };
}

/** Opens the page and waits until it is told of changes. */
async function openAndFollow(page: Page, accountId: string, path: string): Promise<void> {
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/api/live/${accountId}`) && answer.ok());
  await openPage(page, path);
  await told;
}

for (const viewport of [phone, desk]) {
  test(`at ${viewport.width} px a reply by mail appears on the open pages of both sides, and a forged one on neither`, async ({
    db,
    browserOf,
  }) => {
    const { accountId, ticketId, path, subject } = await ticketOf(db);
    const agent = await browserOf(demo.agent, { viewport });
    await openAndFollow(agent, accountId, path);
    await agent.getByRole("textbox", { name: "Reply" }).fill("Which light is on?");
    await agent.getByRole("button", { name: "Send reply" }).click();
    await agent.getByRole("button", { name: "Send now" }).click();
    const sent = await expect
      .poll(() => db.outboxMail.findFirst({ where: { toAddress: demo.support, subject: { contains: subject } } }))
      .not.toBeNull()
      .then(() =>
        db.outboxMail.findFirstOrThrow({ where: { toAddress: demo.support, subject: { contains: subject } } }),
      );
    const to = sent.replyTo ?? "";
    expect(to).toMatch(/^support\+[a-z2-7]{1,56}@in\.portcullis\.example$/);

    const customer = await browserOf(demo.administrator, { viewport });
    await openAndFollow(customer, accountId, path);
    const mail = { from: demo.support, to, subject: `Re: ${subject}` };
    await sendMail({ ...mail, text: "All of them, says Mallory.", forged: true });
    await sendMail({ ...mail, text: "The red one blinks." });
    for (const page of [customer, agent]) {
      await expect(messages(page)).toContainText("The red one blinks.");
      await expect(messages(page)).not.toContainText("Mallory");
    }
    await picture(customer, `mail-live-${viewport.width}`);
    await expect
      .poll(() => db.inboundMail.findMany({ where: { subject: `Re: ${subject}` }, orderBy: { receivedAt: "asc" } }))
      .toMatchObject([{ outcome: "waiting" }, { outcome: "joined", ticketId }]);
  });
}
