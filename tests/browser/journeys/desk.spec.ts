import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { buildContact } from "@/prisma/seed/builders/contact";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

/** What a ticket with two messages may measure on a phone. It was 3,100 pixels. */
const LONGEST = 2_000;
/** What a page of ten invitations may send. */
const MOST_SENT = 80_000;
const height = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

async function ticketOf(db: OwnerDatabase) {
  const { id: accountId } = await buildTestAccount(db);
  const contact = await db.contact.findFirstOrThrow({ where: { accountId } });
  const ticketId = await buildTicket(db, accountId, {
    subject: "The backup stopped",
    openedAt: new Date(),
    openedBy: { contactId: contact.id, name: contact.name },
    messages: [{ body: "It stopped last night." }, { body: "We are looking into it.", staff: "Agent" }],
  });
  return `/a/${accountId}/tickets/${ticketId}`;
}

test("a ticket is short on an agent's phone: its side panels are folded until they are opened", async ({
  db,
  browserOf,
}) => {
  const page = await browserOf(demo.agent, { viewport: phone, hasTouch: true, isMobile: true });
  await openPage(page, await ticketOf(db));
  const tags = page.getByRole("region", { name: "Assignment" });
  await expect(tags.getByRole("button").first()).toBeHidden();
  expect(await height(page)).toBeLessThanOrEqual(LONGEST);
  await tags.getByText("Assignment").click();
  await expect(tags.getByRole("button").first()).toBeVisible();
});

test("beside the messages the panels of a ticket are open, and nothing is in the way", async ({ db, browserOf }) => {
  const page = await browserOf(demo.agent, { viewport: desk });
  await openPage(page, await ticketOf(db));
  await expect(page.getByRole("region", { name: "Assignment" }).getByRole("button").first()).toBeVisible();
  await expectNoBarrier(page);
});

async function invited(db: OwnerDatabase) {
  const { id: accountId, owner: email, base } = await buildTestAccount(db);
  for (let at = 1; at <= 10; at++) {
    const address = `invited-${at}-${accountId.slice(-6)}@example.com`;
    const contactId = await buildContact(db, accountId, {
      email: address,
      name: `Guest ${at}`,
      roles: ["support"],
      status: "invited",
    });
    const expiresAt = addDays(new Date(), 7);
    const tokenHash = hashToken(newSecretToken());
    await db.invitation.create({
      data: { accountId, contactId, email: address, invitedByName: "Owner", tokenHash, expiresAt },
    });
  }
  return { email, href: `${base}/people/invitations` };
}

test("ten invitations send one dialog at most, and one is revoked in a dialog that Escape leaves", async ({
  db,
  browserOf,
}) => {
  const { email, href } = await invited(db);
  const page = await browserOf(email, { viewport: desk });
  const html = await (await openPage(page, href)).body();
  test.info().annotations.push({ type: "HTML", description: `${html.length} bytes` });
  expect(html.length).toBeLessThanOrEqual(MOST_SENT);
  expect(html.toString().match(/<dialog[^>]*id="(?:resend|revoke)-/g)).toBe(null);

  const revoke = page.getByRole("link", { name: "Revoke the invitation for Guest 1", exact: true });
  await revoke.click();
  const dialog = page.getByRole("dialog", { name: "Revoke the invitation for Guest 1?" });
  await expect(dialog).toBeVisible();
  // Until its script has run, Escape means nothing to it.
  await expect(dialog.and(page.locator(":modal"))).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expectNoBarrier(page);

  await revoke.click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(revoke).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("without a script an invitation is revoked in a dialog that comes open with its page", async ({
  db,
  browserOf,
}) => {
  const { email, href } = await invited(db);
  const page = await browserOf(email, { viewport: phone, javaScriptEnabled: false });
  await page.goto(href);
  await page.getByRole("link", { name: "Revoke the invitation for Guest 2", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke the invitation for Guest 2?" });
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await page.goto(href);
  await expect(page.getByRole("link", { name: "Revoke the invitation for Guest 2", exact: true })).toHaveCount(0);
});
